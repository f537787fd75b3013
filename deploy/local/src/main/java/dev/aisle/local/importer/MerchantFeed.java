package dev.aisle.local.importer;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A Google Merchant feed in XML goes to the catalogue API as it is; what the API says about it is shown. */
final class MerchantFeed {
    private static final int SHOWN = 20;

    private final ApiClient api;
    private final Progress progress;

    MerchantFeed(ApiClient api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    static boolean recognises(Path path) {
        return Files.isRegularFile(path) && path.getFileName().toString().endsWith(".xml");
    }

    /** Sends the feed, or only has it looked at; the exit code. */
    int send(Path path, boolean dryRun) {
        var route = dryRun ? "/v1/products?validate=true" : "/v1/products";
        var report = api.require(Call.post(Part.INGEST, route, text(path), "application/xml")
                        .as("operator"))
                .json();
        for (var kind : new String[] {"errors", "warnings"}) {
            report.path(kind)
                    .valueStream()
                    .limit(SHOWN)
                    .forEach(note -> progress.say(String.format(
                            Locale.ROOT,
                            "  %s, line %d, product %s: %s %s",
                            kind,
                            note.path("line").asInt(),
                            note.path("productId").asText(),
                            note.path("field").asText(),
                            note.path("message").asText())));
        }
        progress.step(String.format(
                Locale.ROOT,
                "%s %,d products, refused %,d; by kind %s.",
                dryRun ? "Looked at" : "Imported",
                report.path("accepted").asLong(),
                report.path("rejected").asLong(),
                report.path("totals")));
        return report.path("accepted").asInt() > 0 ? 0 : 1;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + path + " as UTF-8: " + e.getMessage(), e);
        }
    }
}
