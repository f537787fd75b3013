package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.stack.Part;
import java.util.List;
import java.util.function.Consumer;

/** Products to the catalogue API, a few thousand lines of NDJSON at a time. */
final class CatalogueFeed {
    private static final String STEP = "products";
    private static final int LINES = 4_000;
    private final ApiClient api;
    private final Checkpoint checkpoint;
    private final FeedReport report;
    private final Consumer<BadLine> refused;

    CatalogueFeed(ApiClient api, Checkpoint checkpoint, FeedReport report, Consumer<BadLine> refused) {
        this.api = api;
        this.checkpoint = checkpoint;
        this.report = report;
        this.refused = refused;
    }

    void send(List<ObjectNode> products, Meter meter) {
        for (int from = Math.min(checkpoint.of(STEP), products.size()); from < products.size(); from += LINES) {
            var part = products.subList(from, Math.min(products.size(), from + LINES));
            sendPart(part);
            checkpoint.reached(STEP, from + part.size());
            meter.add(part.size());
        }
    }

    private void sendPart(List<ObjectNode> part) {
        var lines = new StringBuilder();
        part.forEach(product -> lines.append(Json.write(product)).append('\n'));
        var call = Call.post(Part.INGEST, "/v1/products", lines.toString(), "application/x-ndjson")
                .as("operator");
        var answer = api.require(call).json();
        report.products(answer.path("accepted").asLong());
        report.rejected(answer.path("rejected").asLong());
        for (var bad : answer.path("errors")) {
            var line = bad.path("line").asInt();
            var inRange = line >= 1 && line <= part.size();
            var id = inRange ? part.get(line - 1).path("productId").asText() : "?";
            refused.accept(new BadLine(
                    "product " + id,
                    line,
                    bad.path("field").asText() + " " + bad.path("message").asText()));
        }
    }
}
