package dev.aisle.local.bench.ingest;

import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs broker and door alone, in a home of their own, and prints: Kafka's own producer, batches, single events as fast as they
 * go and at half of that, what each step costs.
 */
public final class IngestBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.KAFKA, Part.ISSUER, Part.INGEST);
    private static final int PORTS_ABOVE = 400;
    private static final int BATCH = 100;
    private static final int BATCH_CONNECTIONS = 16;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final int PEOPLE = 5_000;
    private static final int WARM_UP_SECONDS = 30;
    private static final long NUMBERS_PER_CONNECTION = 1_000_000_000L;

    private final Layout layout;
    private final Progress progress;
    private final Stack stack;
    private final Duration duration;
    private final Duration overload;
    private int phase;

    public IngestBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.duration = Duration.ofSeconds(arguments.number("seconds", 15));
        this.overload = Duration.ofMinutes(arguments.number("overload", 0));
        this.stack = new Stack(this.layout, progress, Map.of(Part.INGEST, tuning(arguments)));
    }

    /** As in production: the optimising compiler; no refine in this process unless asked. */
    private static Tuning tuning(Arguments arguments) {
        return new Tuning(
                List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"),
                Map.of("AISLE_REFINE_ENABLED", Boolean.toString(arguments.has("refine"))));
    }

    /** Measures everything; the data is deleted at the end. */
    public int run() {
        stack.down();
        stack.wipe();
        stack.up(PARTS);
        try {
            measure();
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void measure() {
        var api = new ApiClient(layout.ports());
        var people = new Crowd("bench-person-", PEOPLE);
        people.agree(api, layout.ports());
        try (var raw = new RawTopic(layout.ports())) {
            awaitConsents(people, raw);
            progress.step("warming up for " + 2 * WARM_UP_SECONDS + " s");
            send(people, BATCH, new Load(BATCH_CONNECTIONS, Duration.ofSeconds(WARM_UP_SECONDS), 0));
            send(people, 1, new Load(SINGLE_CONNECTIONS, Duration.ofSeconds(WARM_UP_SECONDS), 0));
            var size = raw.recordBytes();
            figure(String.format(Locale.ROOT, "a record of the door has %d bytes at the broker", size));
            var limit = peer(size);
            var batched = batches(people, raw, limit);
            figure(String.format(Locale.ROOT, "batches against the limit: %.0f %%", 100 * batched / limit));
            singles(people, raw);
            overload(people, batched / BATCH);
        }
    }

    /** The first event that is taken says that the door knows of the consents. */
    private void awaitConsents(Crowd people, RawTopic raw) {
        var before = raw.count();
        Waiting.require(
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                () -> {
                    send(people, BATCH, new Load(1, Duration.ofMillis(1), 0));
                    return Optional.of(raw.count()).filter(count -> count >= before + BATCH);
                },
                () -> "The door did not take events of people who agreed.");
    }

    private double peer(int recordBytes) {
        var peer = new PeerProducer(layout);
        peer.run(500_000, recordBytes);
        var result = peer.run(2_000_000, recordBytes);
        figure(String.format(
                Locale.ROOT,
                "(a) Kafka's producer benchmark, acks=all, same settings and record size: %,.0f/s (p50 %d, p95 %d, p99 %d ms)",
                result.recordsPerSecond(),
                result.p50(),
                result.p95(),
                result.p99()));
        return result.recordsPerSecond();
    }

    private double batches(Crowd people, RawTopic raw, double limit) {
        var rate = saturate("(b) batches of " + BATCH, people, raw, BATCH, BATCH_CONNECTIONS);
        if (limit <= 0) {
            throw new CommandFailure("Kafka's producer benchmark measured nothing.");
        }
        return rate;
    }

    private void singles(Crowd people, RawTopic raw) {
        var rate = saturate("(c) single events", people, raw, 1, SINGLE_CONNECTIONS);
        var use = new ProcessUse(stack);
        use.begin();
        var outcome = send(people, 1, new Load(SINGLE_CONNECTIONS, duration, rate / 2));
        figure(String.format(
                Locale.ROOT,
                "(c) single events at half load: %,.0f/s (p50 %.2f, p95 %.2f, p99 %.2f ms); %s",
                outcome.accepted() / outcome.seconds(),
                outcome.millis(50),
                outcome.millis(95),
                outcome.millis(99),
                use.cores()));
    }

    private void overload(Crowd people, double requestsPerSecond) {
        if (overload.isPositive()) {
            progress.step("overload for " + overload.toMinutes() + " min");
            figure(new Overload(stack).run(overload, requestsPerSecond, load -> send(people, BATCH, load)));
        }
    }

    private double saturate(String what, Crowd people, RawTopic raw, int events, int connections) {
        var use = new ProcessUse(stack);
        var costs = new StepCosts(use.pid(Part.INGEST), layout.home());
        var before = raw.count();
        use.begin();
        costs.start();
        var outcome = send(people, events, new Load(connections, duration, 0));
        var door = use.doorSeconds();
        var cores = use.cores();
        var counted = raw.count() - before;
        var steps = costs.stop(door);
        figure(String.format(
                Locale.ROOT,
                "%s: %,.0f/s counted at the broker, %,d answered by 200, %d refused, %d failed (p50 %.2f, p95 %.2f, p99 %.2f ms); %s; door %.0f MB RSS",
                what,
                counted / outcome.seconds(),
                outcome.accepted() * events,
                outcome.refused(),
                outcome.failed(),
                outcome.millis(50),
                outcome.millis(95),
                outcome.millis(99),
                cores,
                use.doorMegabytes()));
        steps.forEach((step, seconds) -> progress.say(String.format(
                Locale.ROOT,
                "          %5.1f %%  %6.2f µs an event  %s",
                100 * seconds / door,
                seconds / counted * 1e6,
                step)));
        return counted / outcome.seconds();
    }

    private Outcome send(Crowd people, int events, Load load) {
        var run = phase++;
        var port = layout.ports().of(Part.INGEST);
        return load.send(
                port,
                number -> Batches.of(
                        "127.0.0.1:" + port,
                        ServiceEnvironment.WRITE_KEY,
                        people,
                        events,
                        (run * 1_000L + number) * (NUMBERS_PER_CONNECTION / 1_000)));
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
