package dev.aisle.local.attacks;

import dev.aisle.local.client.Call;
import dev.aisle.local.client.SignedInBrowser;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Attacks by what a browser or a client brings along: a session at the APIs, a token at the consoles, and what the demo shop makes of a browser's signal. */
final class SessionAttacks {
    private SessionAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "sessions-elsewhere",
                        "A console's session opens no API, a client's token opens no console, and no token counts in an address",
                        SessionAttacks::elsewhere),
                new Attack(
                        "privacy-control-of-the-shop",
                        "The demo shop passes on a browser's Global Privacy Control with every consent",
                        SessionAttacks::shopSignal));
    }

    private static AttackResult elsewhere(Target target) {
        List<String> opened = new ArrayList<>();
        SignedInBrowser browser = new SignedInBrowser();
        URI campaigns = target.ports().http(Part.CAMPAIGN).resolve("/console/campaigns");
        browser.signIn(campaigns);
        if (browser.read(campaigns).statusCode() != 200) {
            return AttackResult.broken("the attempt could not be made: nobody is signed in");
        }
        String token = target.api()
                .authorization(Call.get(Part.CAMPAIGN, "/").as("demo"))
                .substring("Bearer ".length());
        List<URI> apis = List.of(
                target.ports().http(Part.CAMPAIGN).resolve("/v1/campaigns"),
                target.ports().http(Part.PROFILE).resolve("/v1/segments"),
                target.ports().http(Part.PRIVACY).resolve("/v1/requests"),
                target.ports().http(Part.RECOMMENDER).resolve("/v1/articles"),
                target.ports().http(Part.INGEST).resolve("/v1/event-types"));
        for (URI api : apis) {
            int bySession = browser.read(api).statusCode();
            if (bySession != 401) {
                opened.add(api + " by a console's session: " + bySession);
            }
            int inAddress = new SignedInBrowser()
                    .read(URI.create(api + "?access_token=" + token))
                    .statusCode();
            if (inAddress != 401) {
                opened.add(api + " by a token in the address: " + inAddress);
            }
        }
        for (Part part : List.of(Part.CAMPAIGN, Part.PROFILE)) {
            String page = part == Part.CAMPAIGN ? "/console/campaigns" : "/console/people";
            int byToken = target.send(Call.get(part, page).as("demo")).status();
            if (byToken == 200) {
                opened.add(part.label() + " " + page + " by a client's token");
            }
        }
        return AttackResult.of(opened, apis.size() + " APIs, two consoles");
    }

    /** Everything is allowed in the shop by a browser that sends the signal: no version may be recorded without it. */
    private static AttackResult shopSignal(Target target) throws IOException, InterruptedException, SQLException {
        URI shop = target.ports().http(Part.SHOP);
        long without = versions(target, "not gpc");
        long with = versions(target, "gpc");
        try (HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            http.send(
                    HttpRequest.newBuilder(shop.resolve("/en"))
                            .header("Sec-GPC", "1")
                            .build(),
                    BodyHandlers.discarding());
            http.send(
                    HttpRequest.newBuilder(shop.resolve("/en/choices"))
                            .header("Sec-GPC", "1")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("purpose=all&answer=grant&back=/en"))
                            .build(),
                    BodyHandlers.discarding());
        }
        List<String> lost = new ArrayList<>();
        if (versions(target, "gpc") == with) {
            lost.add("no consent with the signal was recorded");
        }
        if (versions(target, "not gpc") > without) {
            lost.add("a consent without the signal was recorded");
        }
        return AttackResult.of(lost, "a page and all choices with Sec-GPC: 1");
    }

    /** Versions of consents that the shop has recorded: no other client gives this method. */
    private static long versions(Target target, String where) throws SQLException {
        try (Connection database = target.administrator(Part.PRIVACY);
                ResultSet count = database.createStatement()
                        .executeQuery("select count(*) from consent_version where method = 'settings' and " + where)) {
            count.next();
            return count.getLong(1);
        }
    }
}
