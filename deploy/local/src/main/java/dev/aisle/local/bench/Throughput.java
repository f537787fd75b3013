package dev.aisle.local.bench;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.EventCounter;
import dev.aisle.local.demo.SimulatedData;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.importer.Consents;
import dev.aisle.local.importer.Feed;
import dev.aisle.local.importer.Segment;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.simulator.Shop;
import dev.aisle.simulator.ShopSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Sends events of people of its own, and counts them where they arrive. */
final class Throughput {
    private static final int PEOPLE = 300;
    private static final int WARM_UP = 4_000;
    private static final int DAYS = 3_650;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 1);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private final Layout layout;
    private final ApiClient api;
    private final Progress progress;

    Throughput(Layout layout, ApiClient api, Progress progress) {
        this.layout = layout;
        this.api = api;
        this.progress = progress;
    }

    void measure(int events) {
        var run = "bench-" + Instant.now().getEpochSecond();
        var shop = new Shop(new ShopSettings(99, 480, PEOPLE, LAST_DAY.minusDays(DAYS), DAYS, 0.3));
        grant(run, shop);
        // The first events after a start are slow, and the last grants are on their way.
        try (var counter = new EventCounter(layout.ports())) {
            counter.await(send(data(run, shop, 0, WARM_UP)), SILENCE);
        }
        var data = data(run, shop, WARM_UP, events);
        try (var counter = new EventCounter(layout.ports());
                var backlog = new Backlog(layout.ports())) {
            var start = System.nanoTime();
            var accepted = send(data);
            figure("events acknowledged by the door", accepted, start, System.nanoTime());
            var counted = counter.await(accepted, SILENCE);
            figure("refined events counted at the broker", counted, start, counter.lastNanos());
            backlog.awaitCaughtUp(Part.PROFILE, Duration.ofMinutes(2));
            figure("events in profiles", counted, start, System.nanoTime());
        }
    }

    private void grant(String run, Shop shop) {
        var people = shop.shoppers().stream()
                .map(shopper -> run + "-" + shopper.id())
                .toList();
        var meter = new Meter(progress, "consents", people.size());
        Consents.parse("analytics,model_training,personalization", "DE").grant(api, people, run, meter);
        meter.done();
    }

    private long send(Collected data) {
        var file = layout.imports().resolve(data.dataset() + ".json");
        return new Feed(api, progress, file).send(data, Optional.empty()).acceptedEvents();
    }

    /** Events of the simulator under customer numbers and message ids of this run. */
    private static Collected data(String run, Shop shop, int skip, int count) {
        var collected = new Collected(run);
        shop.events().skip(skip).limit(count).forEach(event -> {
            var person = run + "-" + event.origin().shopper().id();
            var json = SimulatedData.segment(event)
                    .put("userId", person)
                    .put("messageId", run + ":" + event.origin().id());
            json.remove("anonymousId");
            collected.add(Segment.item(json, person));
        });
        return collected;
    }

    private void figure(String what, long count, long start, long end) {
        var seconds = (end - start) / 1e9;
        progress.say(String.format(
                Locale.ROOT, "FIGURE  %s: %,d in %.1f s = %,.0f/s", what, count, seconds, count / seconds));
    }
}
