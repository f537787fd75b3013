package dev.aisle.local.chaos;

import dev.aisle.local.client.Json;
import java.util.List;

/** One request: some consecutive events of each of some persons. Repeated, it is the same bytes. */
record Batch(List<Run> runs) {
    /** The person's events {@code from} up to, but without, {@code until}. */
    record Run(int person, int from, int until) {}

    Batch {
        runs = List.copyOf(runs);
    }

    int size() {
        return runs.stream().mapToInt(run -> run.until() - run.from()).sum();
    }

    String body() {
        var body = Json.object();
        var events = body.putArray("batch");
        for (var run : runs) {
            for (int number = run.from(); number < run.until(); number++) {
                events.addObject()
                        .put("type", "track")
                        .put("event", "Product Viewed")
                        .put("userId", Numbered.customer(run.person()))
                        .put("messageId", new Numbered(run.person(), number).messageId())
                        .putObject("properties")
                        .put("product_id", "p-" + number);
            }
        }
        return Json.write(body);
    }
}
