package dev.aisle.local.bench.scale;

import dev.aisle.local.bench.ingest.Batches;
import dev.aisle.local.bench.ingest.Crowd;
import dev.aisle.local.bench.load.Load;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Heap;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./aisle bench scale}: prints the plan. With {@code --measure} the whole path runs at two sizes on this machine, and beside each figure stands
 * what the costs say of it: CPU of each part, and heap a person.
 */
public final class ScaleBench {
    private static final List<Part> PARTS = List.of(
            Part.KAFKA, Part.POSTGRES, Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN, Part.PRIVACY);
    private static final int PORTS_ABOVE = 700;
    private static final int BATCH = 10;
    private static final int CONNECTIONS = 8;
    private static final int CONSENTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** As a shop runs them: with a laptop's quick compiler event-ingest-service took 39 instead of 22 CPU-seconds. */
    private static final Tuning SERVER = new Tuning(List.of("-Xms512m", "-Xmx768m", "-XX:+UseSerialGC"), Map.of());

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;
    private final Stack stack;
    private final Costs costs = Costs.measured();
    private final int seconds;
    private int phase;

    public ScaleBench(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-scale"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.stack = new Stack(this.layout, progress, tunings());
        this.seconds = arguments.number("seconds", 40);
    }

    /** The database writes through before it acknowledges, as one of a shop does. */
    private static Map<Part, Tuning> tunings() {
        var all = new EnumMap<Part, Tuning>(Part.class);
        Part.services().forEach(part -> all.put(part, SERVER));
        all.put(Part.POSTGRES, new Tuning(List.of(), Map.of("synchronous_commit", "on")));
        return all;
    }

    public int run() {
        if (!arguments.has("measure")) {
            Tables.lines(new Plan(costs), costs).forEach(progress::say);
            return 0;
        }
        stack.down();
        stack.wipe();
        try {
            var all = EnumSet.copyOf(PARTS);
            all.add(Part.ISSUER);
            stack.up(all);
            measure();
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void measure() {
        var api = new ApiClient(layout.ports());
        var rates = List.of(arguments.number("rate", 300), 3 * arguments.number("rate", 300));
        var people = List.of(arguments.number("people", 5_000), 4 * arguments.number("people", 5_000));
        var crowd = agreed(api, "warm", 2_000);
        progress.step("warming up");
        send(crowd, rates.getLast(), 2 * seconds);
        var idle = idle();
        for (int i = 0; i < rates.size(); i++) {
            var before = heap();
            var more = agreed(api, "size" + i, people.get(i));
            pause(Duration.ofSeconds(5));
            heapFigure(people.get(i), before, heap());
            var room = Room.of(layout);
            var events = load(more, rates.get(i), idle);
            Room.of(layout).minus(room).lines(events, people.get(i)).forEach(this::figure);
        }
        var room = Room.of(layout);
        consents(api, CONSENTS);
        figure("  consents by the API: " + Room.of(layout).minus(room).of("privacy") / CONSENTS
                + " bytes a person in privacy's database");
    }

    /** Through privacy-service, which keeps each. */
    private static void consents(ApiClient api, int people) {
        for (int person = 0; person < people; person++) {
            var body = Json.object()
                    .put("subject", "customer_id:consenting-" + person)
                    .put("jurisdiction", "DE")
                    .put("ageBand", "adult")
                    .put("noticeVersion", "1")
                    .put("method", "banner");
            body.putObject("decisions").put("personalization", "grant").put("analytics", "grant");
            api.require(Call.post(Part.PRIVACY, "/v1/consents", body)
                    .as("storefront")
                    .header("Prefer", "respond-async"));
        }
    }

    private Crowd agreed(ApiClient api, String name, int count) {
        var crowd = new Crowd(name + "-person-", count);
        crowd.agree(api, layout.ports());
        return crowd;
    }

    /** What the parts take when nothing comes. */
    private Used[] idle() {
        var before = Used.of(stack, PARTS);
        pause(Duration.ofSeconds(15));
        return new Used[] {before, Used.of(stack, PARTS)};
    }

    private long load(Crowd crowd, int rate, Used[] idle) {
        send(crowd, rate, 5);
        var before = Used.of(stack, PARTS);
        var events = send(crowd, rate, seconds);
        var after = Used.of(stack, PARTS);
        var took = (after.nanos() - before.nanos()) / 1e9;
        figure(String.format(
                Locale.ROOT, "%,d events at %,d/s of %,d people in %.1f s", events, rate, crowd.count(), took));
        for (Part part : PARTS) {
            var resting = (idle[1].of(part) - idle[0].of(part)) / ((idle[1].nanos() - idle[0].nanos()) / 1e9);
            var used = after.of(part) - before.of(part);
            var predicted = (resting + costs.of("active." + part.label())) * took
                    + events * costs.of("path." + part.label()) / 1e6;
            figure(String.format(
                    Locale.ROOT,
                    "  %-22s predicted %6.2f, used %6.2f CPU-seconds (%+.0f %%); resting %.3f cores, %.1f µs an event",
                    part.label(),
                    predicted,
                    used,
                    100 * (predicted / used - 1),
                    resting,
                    (used - resting * took) / events * 1e6));
        }
        return events;
    }

    /** Sends for a while and waits until profiles and interactions have all of it; how many events. */
    private long send(Crowd crowd, int rate, int duration) {
        var run = phase++;
        var port = layout.ports().of(Part.INGEST);
        var outcome = new Load(CONNECTIONS, Duration.ofSeconds(duration), (double) rate / BATCH)
                .send(
                        port,
                        number -> Batches.of(
                                "127.0.0.1:" + port,
                                ServiceEnvironment.WRITE_KEY,
                                crowd,
                                BATCH,
                                (run * 1_000L + number) * 1_000_000L));
        if (outcome.failed() > 0) {
            throw new CommandFailure("The door failed: " + outcome.complaint());
        }
        try (var backlog = new Backlog(layout.ports())) {
            if (!backlog.awaitCaughtUp(Part.PROFILE, PATIENCE) || !backlog.awaitCaughtUp(Part.RECOMMENDER, PATIENCE)) {
                throw new CommandFailure("The services didn't take all events in " + PATIENCE + ".");
            }
        }
        // The first two seconds of a load aren't counted in its outcome, but they were sent.
        return Math.round(outcome.accepted() * BATCH * (duration + 2.0) / duration);
    }

    private List<Long> heap() {
        var used = new ArrayList<Long>();
        for (Part part : PARTS) {
            if (part != Part.KAFKA && part != Part.POSTGRES) {
                used.add(Heap.used(stack.pid(part)));
            }
        }
        return used;
    }

    private void heapFigure(int people, List<Long> before, List<Long> after) {
        for (int i = 0; i < before.size(); i++) {
            figure(String.format(
                    Locale.ROOT,
                    "  heap of %s: %.0f bytes a person more (predicted %.0f)",
                    PARTS.get(i + 2).label(),
                    (after.get(i) - before.get(i)) / (double) people,
                    costs.of("heap.view.person")));
        }
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
