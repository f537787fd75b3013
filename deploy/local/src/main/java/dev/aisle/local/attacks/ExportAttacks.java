package dev.aisle.local.attacks;

import dev.aisle.contracts.DataMap;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.stack.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for rows of a person that the person's own access archive leaves out. */
final class ExportAttacks {
    private ExportAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "archive-that-leaves-out",
                "An access archive has every table that names the person, and the person's address",
                ExportAttacks::leftOut));
    }

    private static AttackResult leftOut(Target target) throws IOException, InterruptedException, SQLException {
        Shoppers shoppers = target.shoppers();
        Shopper shopper = shoppers.who("asks-for-all", Shoppers.EVERYTHING);
        String address = shoppers.address(shopper);
        shoppers.looksAt(shopper, "mug-1", "mug-2");
        shoppers.profile(shopper);
        target.require(Storefront.recommend(shopper.pseudonym(), 3));
        target.require(Storefront.decide("home", shopper.pseudonym(), List.of()));
        Conversations.say(target, shopper.pseudonym(), "Where is my order?");

        Set<String> tables = new TreeSet<>();
        for (Part part : Tables.DATABASES) {
            for (String row : Tables.naming(target, part, shopper.pseudonym())) {
                tables.add(row.substring(0, row.indexOf('.', row.indexOf('.') + 1)));
            }
        }
        Map<String, String> archive = archive(target, shopper);

        List<String> missing = missing(tables, archive);
        if (!archive.getOrDefault("data.json", "").contains(address)) {
            missing.add("the archive does not have the person's address");
        }
        return AttackResult.of(missing, tables.size() + " tables that name the person, " + archive.size() + " files");
    }

    /**
     * What an archive lacks.
     *
     * @param tables  that name the person, as service and table
     * @param archive its files by their paths
     */
    static List<String> missing(Set<String> tables, Map<String, String> archive) {
        List<String> missing = new ArrayList<>();
        for (String table : tables) {
            String service = table.substring(0, table.indexOf('.'));
            Optional<DataMap.Place> place = DataMap.tablesOf(service).stream()
                    .filter(one -> one.holding().getTable().equals(table.substring(service.length() + 1)))
                    .findFirst();
            if (place.isEmpty()) {
                missing.add(table + " names the person and stands in no data map");
            } else if (!place.get().holding().getInternal()) {
                String section = place.get().holding().getSection().replaceAll("[^A-Za-z0-9_-]", "_");
                String file = "csv/" + service + "/" + section + ".csv";
                if (archive.getOrDefault(file, "").lines().count() < 2) {
                    missing.add(table + " names the person, and " + file + " has no row");
                }
            }
        }
        return missing;
    }

    private static Map<String, String> archive(Target target, Shopper shopper)
            throws IOException, InterruptedException {
        String id = target.requests().access(shopper.customer());
        Call call = target.requests().archive(id);
        HttpRequest request = HttpRequest.newBuilder(
                        target.ports().http(Part.PRIVACY).resolve(call.path()))
                .header("Authorization", target.api().authorization(call))
                .header("Archive-Token", target.requests().archiveToken(id))
                .build();
        Map<String, String> files = new HashMap<>();
        try (HttpClient http = HttpClient.newHttpClient();
                ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                        http.send(request, BodyHandlers.ofByteArray()).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
