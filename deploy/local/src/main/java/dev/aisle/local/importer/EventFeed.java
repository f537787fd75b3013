package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.stack.Part;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Events to the door as Segment batches, in lanes. */
final class EventFeed {
    static final int MOST_EVENTS = 400;
    /** Below the door's 500 KB, with room for what is around the events. */
    private static final int MOST_BYTES = 400_000;

    private static final int CONSENT_POLL_MILLIS = 500;
    private final ApiClient api;
    private final Checkpoint checkpoint;
    private final FeedReport report;
    private final Consumer<BadLine> refused;
    private final long consentDeadline;

    /**
     * @param consentPatience how long a grant may be on its way: the door learns of it from a topic
     */
    EventFeed(
            ApiClient api,
            Checkpoint checkpoint,
            FeedReport report,
            Consumer<BadLine> refused,
            Duration consentPatience) {
        this.api = api;
        this.checkpoint = checkpoint;
        this.report = report;
        this.refused = refused;
        this.consentDeadline = System.nanoTime() + consentPatience.toNanos();
    }

    void send(List<Item> events, Meter meter) {
        var lanes = Lanes.of(events);
        Lanes.run(lanes.size(), number -> sendLane("lane " + number, lanes.get(number), meter));
    }

    private void sendLane(String name, List<Item> lane, Meter meter) {
        var position = Math.min(checkpoint.of(name), lane.size());
        while (position < lane.size()) {
            var batch = next(lane, position);
            sendBatch(batch);
            position += batch.size();
            checkpoint.reached(name, position);
            meter.add(batch.size());
        }
    }

    private static List<Item> next(List<Item> lane, int from) {
        var bytes = 0;
        var to = from;
        while (to < lane.size() && to - from < MOST_EVENTS) {
            bytes += lane.get(to).json().getBytes(StandardCharsets.UTF_8).length + 1;
            if (to > from && bytes > MOST_BYTES) {
                break;
            }
            to++;
        }
        return lane.subList(from, to);
    }

    private void sendBatch(List<Item> batch) {
        var left = batch;
        while (!left.isEmpty()) {
            var body = left.stream().map(Item::json).collect(Collectors.joining(",", "{\"batch\":[", "]}"));
            var call = Call.post(Part.INGEST, "/v1/batch", body, "application/json")
                    .withWriteKey();
            var answer = api.require(call).json();
            report.accepted(answer.path("accepted").asLong());
            rejected(left, answer.path("rejected"));
            left = withoutConsent(left, answer.path("dropped"));
            if (System.nanoTime() > consentDeadline) {
                report.dropped(left.size());
                return;
            }
            if (!left.isEmpty()) {
                pause();
            }
        }
    }

    private void rejected(List<Item> batch, JsonNode rejected) {
        for (var bad : rejected) {
            var index = bad.path("index").asInt(-1);
            var id = index >= 0 && index < batch.size() ? batch.get(index).messageId() : "?";
            report.rejected(1);
            refused.accept(new BadLine(
                    "event " + id,
                    index,
                    bad.path("field").asText() + " " + bad.path("message").asText()));
        }
    }

    private static List<Item> withoutConsent(List<Item> batch, JsonNode dropped) {
        var items = new ArrayList<Item>();
        for (var each : dropped) {
            var index = each.path("index").asInt(-1);
            if (index >= 0 && index < batch.size()) {
                items.add(batch.get(index));
            }
        }
        return items;
    }

    private static void pause() {
        try {
            Thread.sleep(CONSENT_POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
