package dev.aisle.local.soak;

import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.People;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.faults.ShopEvents;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.soak.Trend.Point;
import dev.aisle.local.stack.Heap;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Memory;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** A shop at a steady rate while the memory of each process and the answers of each service are looked at. */
public final class Soak {
    private static final List<Part> WATCHED =
            Stream.concat(Part.services().stream(), Stream.of(Part.KAFKA)).toList();
    /** A heap that is there from the beginning, so that only what grows beside it shows. */
    private static final Tuning AS_IN_A_SHOP =
            new Tuning(List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"), Map.of());

    private static final double WARM_UP = 0.2;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int LOOKS_TO_A_COLLECTION = 6;
    private static final Duration PACE = Duration.ofMillis(50);
    private static final double MEBI = 1 << 20;
    private static final int PEOPLE_WHO_CONSENT = 500;

    private final Settings settings;
    private final Layout layout;
    private final Progress progress;
    private final Map<String, Recorder> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Point>> points = new LinkedHashMap<>();
    private final LongAdder failed = new LongAdder();
    private volatile boolean over;

    /**
     * What is done.
     *
     * @param minutes of which the first fifth warms up and isn't judged
     */
    public record Settings(int minutes, long seed, int shoppers, int eventsPerSecond) {}

    /** Runs in a home of its own. */
    public Soak(Settings settings, Layout layout, Progress progress) {
        this.settings = settings;
        this.layout = layout;
        this.progress = progress;
    }

    /** Tries and tells; the number of figures that grow, and of requests that failed. */
    public long run() {
        var stack = new Stack(
                layout, progress, WATCHED.stream().collect(Collectors.toMap(part -> part, _ -> AS_IN_A_SHOP)));
        return stack.during(Part.core(), () -> soak(stack));
    }

    private long soak(Stack stack) {
        var api = new ApiClient(layout.ports());
        var events = new ShopEvents(
                settings.seed(),
                settings.shoppers(),
                new Sender(layout.ports().http(Part.INGEST)),
                new Ledger(settings.shoppers()));
        var pseudonyms = new People(api, layout.ports()).grant("customer_id", events.customers());
        events.greet();
        var questions = questions(pseudonyms);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            work.add(threads.submit(() ->
                    Lanes.run(ShopEvents.LANES, lane -> events.run(lane, settings.eventsPerSecond(), () -> !over))));
            questions.forEach((what, question) -> work.add(threads.submit(() -> ask(api, what, question))));
            try {
                look(stack, work);
            } finally {
                over = true;
            }
            work.forEach(Beside::await);
        }
        return told(events.acknowledged());
    }

    private static Map<String, IntFunction<Call>> questions(List<String> pseudonyms) {
        var all = new LinkedHashMap<String, IntFunction<Call>>();
        all.put("recommender-service, list", turn -> Storefront.recommend(of(pseudonyms, turn), 5));
        all.put("campaign-service, decision", turn -> Storefront.decide("home", of(pseudonyms, turn), List.of()));
        all.put("profile-service, profile", turn -> Storefront.profile(of(pseudonyms, turn)));
        all.put(
                "privacy-service, consent",
                turn -> Storefront.grant("soak-" + turn % PEOPLE_WHO_CONSENT, List.of("personalization")));
        all.put("event-ingest-service, pseudonym", turn -> Storefront.pseudonym("soak-" + turn % PEOPLE_WHO_CONSENT));
        return all;
    }

    private static String of(List<String> pseudonyms, int turn) {
        return pseudonyms.get(turn % pseudonyms.size());
    }

    private void ask(ApiClient api, String what, IntFunction<Call> question) {
        var recorder = answers.computeIfAbsent(what, _ -> new Recorder(3));
        for (int turn = 0; !over; turn++) {
            try {
                var reply = api.once(question.apply(turn));
                recorder.recordValue(reply.took().toNanos() / 1_000);
                if (!reply.ok() && reply.status() != 404) {
                    failed.increment();
                }
            } catch (CommandFailure e) {
                failed.increment();
            }
            Waiting.pause(PACE);
        }
    }

    /** After each minute a full collection: what is used then is what is held. */
    private void look(Stack stack, List<Future<?>> work) {
        var start = System.nanoTime();
        var end = start + Duration.ofMinutes(settings.minutes()).toNanos();
        for (int look = 1; System.nanoTime() < end; look++) {
            Waiting.pause(LOOK);
            work.stream().filter(Future::isDone).forEach(Beside::await);
            var seconds = (System.nanoTime() - start) / 1e9;
            var warm = seconds > WARM_UP * 60 * settings.minutes();
            for (var part : WATCHED) {
                var pid = stack.pid(part);
                if (warm) {
                    add(part.label() + ", memory", seconds, Memory.of(pid).anonymous() / MEBI);
                }
                if (look % LOOKS_TO_A_COLLECTION == 0) {
                    var held = Heap.used(pid) / MEBI;
                    if (warm) {
                        add(part.label() + ", heap held", seconds, held);
                    }
                }
            }
            if (look % LOOKS_TO_A_COLLECTION == 0) {
                latencies(seconds, warm);
                progress.step(Math.round(seconds / 60) + " of " + settings.minutes() + " minutes");
            }
        }
    }

    private void latencies(double seconds, boolean warm) {
        for (var one : answers.entrySet()) {
            Histogram minute = one.getValue().getIntervalHistogram();
            if (warm && minute.getTotalCount() > 0) {
                add(one.getKey() + ", p50", seconds, minute.getValueAtPercentile(50) / 1_000.0);
                add(one.getKey() + ", p99", seconds, minute.getValueAtPercentile(99) / 1_000.0);
            }
        }
    }

    private void add(String what, double seconds, double value) {
        points.computeIfAbsent(what, _ -> new ArrayList<>()).add(new Point(seconds, value));
    }

    private long told(long events) {
        progress.say(
                events + " events, " + failed.sum() + " other requests failed; means and growth after the warm-up:");
        var growing = 0L;
        for (var what : points.entrySet()) {
            var unit = what.getKey().contains(", p") ? "ms" : "MiB";
            var trend = Trend.of(what.getValue());
            progress.say("FIGURE  " + trend.spoken(what.getKey(), unit));
            growing += trend.verdict() == Trend.Verdict.GROWS ? 1 : 0;
        }
        return growing + failed.sum();
    }
}
