package dev.aisle.local.bench.people;

import dev.aisle.local.bench.ingest.Batches;
import dev.aisle.local.bench.ingest.Crowd;
import dev.aisle.local.bench.load.Load;
import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Heap;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Memory;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Probe;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * {@code ./aisle bench people}: the services run with the heaps that the chart gives for a number of people, that many consents are written onto the topic
 * meanwhile, then all start anew with them and the door takes events. Door and refine are one process here and have the smaller heap of the two.
 * privacy-service isn't among them: consents that its database doesn't have are a database that went back to it.
 */
public final class PeopleBench {
    private static final Set<Part> SERVICES = EnumSet.of(Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN);
    private static final Set<Part> PARTS = EnumSet.of(
            Part.KAFKA, Part.POSTGRES, Part.ISSUER, Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN);
    private static final double MEBIBYTE = 1 << 20;
    private static final int PORTS_ABOVE = 800;
    private static final int SHOPPERS = 500;
    private static final int BATCH = 10;
    private static final int CONNECTIONS = 4;
    private static final double REQUESTS_A_SECOND = 4;
    private static final Duration LOAD = Duration.ofSeconds(40);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern KEYS =
            Pattern.compile("(?m)^aisle_view_keys\\{[^}]*topic=\"aisle\\.consents\\.v1\"[^}]*} ([0-9.E+]+)$");

    private final Layout layout;
    private final Progress progress;
    private final int people;
    private final Map<Part, Long> heaps = new EnumMap<>(Part.class);

    public PeopleBench(Arguments arguments, Layout layout, Progress progress) {
        this(
                new Layout(
                        layout.project(),
                        layout.home().resolve("bench-people"),
                        new PortPlan(layout.ports().base() + PORTS_ABOVE)),
                progress,
                arguments.number("people", 1_000_000));
    }

    public PeopleBench(Layout layout, Progress progress, int people) {
        this.layout = layout;
        this.progress = progress;
        this.people = people;
        var chart = ChartHeaps.of(layout.project(), people);
        heaps.put(Part.INGEST, Math.min(chart.megabytes("door"), chart.megabytes("refine")));
        heaps.put(Part.PROFILE, chart.megabytes("profile"));
        heaps.put(Part.RECOMMENDER, chart.megabytes("recommender"));
        heaps.put(Part.CAMPAIGN, chart.megabytes("campaign"));
    }

    /**
     * What was seen.
     *
     * @param missed   how often in a row the door at most wasn't ready within three seconds; after two a pod has no endpoint
     * @param outcome  of the events that the door was sent after it had started anew
     * @param full     the share of its heap that is live in the service where most of it is
     */
    public record Seen(int missed, Outcome outcome, double full) {}

    public int run() {
        var seen = trial();
        return seen.missed() < 2 && seen.outcome().failed() == 0 ? 0 : 1;
    }

    /** Runs it on nothing and leaves nothing. */
    public Seen trial() {
        var tunings = new EnumMap<Part, Tuning>(Part.class);
        heaps.forEach((part, megabytes) -> tunings.put(part, ChartHeaps.tuning(megabytes)));
        var stack = new Stack(layout, progress, tunings);
        return stack.during(PARTS, () -> on(stack));
    }

    private Seen on(Stack stack) {
        var api = new ApiClient(layout.ports());
        var shoppers = new Crowd("many-person-", SHOPPERS);
        shoppers.agree(api, layout.ports());
        progress.step(String.format(Locale.ROOT, "writing %,d consents", people));
        new MadePeople(layout.ports()).write(people);
        awaitEverybody(api);
        progress.step("starting the services anew");
        stack.stop(SERVICES);
        stack.up(PARTS);
        awaitEverybody(api);
        var watch = new Watch();
        Thread.ofPlatform().daemon().start(watch);
        var outcome = send(shoppers);
        watch.goesOn.set(false);
        var full =
                SERVICES.stream().mapToDouble(part -> full(stack, part)).max().orElseThrow();
        figure(String.format(
                Locale.ROOT,
                "%,d consents; %,d events taken, %d requests failed, %d refused; not ready within 3 s %d times of %d,"
                        + " at most %d in a row",
                people,
                outcome.accepted() * BATCH,
                outcome.failed(),
                outcome.refused(),
                watch.notReady.get(),
                watch.asked.get(),
                watch.mostInARow.get()));
        return new Seen(watch.mostInARow.get(), outcome, full);
    }

    private double full(Stack stack, Part part) {
        var pid = stack.pid(part);
        var live = Heap.used(pid) / MEBIBYTE;
        var heap = heaps.getOrDefault(part, 0L);
        figure(String.format(
                Locale.ROOT,
                "%-20s %.0f of %d MiB of heap live, %.0f MiB of memory",
                part.label(),
                live,
                heap,
                Memory.of(pid).proportional() / MEBIBYTE));
        return live / heap;
    }

    private Outcome send(Crowd shoppers) {
        var port = layout.ports().of(Part.INGEST);
        return new Load(CONNECTIONS, LOAD, REQUESTS_A_SECOND)
                .send(
                        port,
                        number -> Batches.of(
                                "127.0.0.1:" + port,
                                ServiceEnvironment.WRITE_KEY,
                                shoppers,
                                BATCH,
                                (1 + number) * 1_000_000L));
    }

    private void awaitEverybody(ApiClient api) {
        for (var service : SERVICES) {
            Waiting.require(
                    PATIENCE,
                    EVERY,
                    () -> Optional.of(keys(api, service)).filter(keys -> keys >= people),
                    () -> service.label() + " doesn't know everybody's consent after " + PATIENCE + ".");
        }
    }

    private static double keys(ApiClient api, Part service) {
        var found = KEYS.matcher(
                api.require(Call.get(service, "/q/metrics").as("operator")).body());
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }

    /** Asks the door once a second whether it is ready. */
    private final class Watch implements Runnable {
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger notReady = new AtomicInteger();
        private final AtomicInteger mostInARow = new AtomicInteger();

        @Override
        public void run() {
            int inARow = 0;
            while (goesOn.get()) {
                asked.incrementAndGet();
                if (Probe.ok(layout.ports().http(Part.INGEST).resolve("/q/health/ready"))) {
                    inARow = 0;
                } else {
                    notReady.incrementAndGet();
                    inARow++;
                    mostInARow.accumulateAndGet(inARow, Math::max);
                }
                Waiting.pause(EVERY);
            }
        }
    }
}
