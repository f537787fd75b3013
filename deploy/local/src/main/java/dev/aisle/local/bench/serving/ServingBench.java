package dev.aisle.local.bench.serving;

import dev.aisle.local.bench.load.Outcome;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.bench.profile.Tables;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Heap;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs broker, database and recommender-service alone, in a home of their own, with an invented shop, and prints: lists a second; lists at a
 * fixed rate; the same while models are swapped. The client shares the cores.
 */
public final class ServingBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.RECOMMENDER);
    private static final int PORTS_ABOVE = 700;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    /** What else the machine does comes and goes: short windows in turn, so that it comes to both alike. */
    private static final int WINDOWS = 6;

    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final Duration BETWEEN_SWAPS = Duration.ofSeconds(5);
    private static final int FEWEST_GIGABYTES = 3;
    private static final int PRODUCTS_A_GIGABYTE = 250_000;
    private static final double MIB = 1024 * 1024;

    private final Layout layout;
    private final Progress progress;
    private final Stack stack;
    private final int products;
    private final int people;
    private final int events;
    private final int rate;
    private final Duration duration;

    public ServingBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-serving"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.products = arguments.number("products", 50_000);
        this.people = arguments.number("people", 100_000);
        this.events = arguments.number("events", 1_000_000);
        this.rate = arguments.number("rate", 1_000);
        this.duration = Duration.ofSeconds(arguments.number("seconds", 20));
        var heap = FEWEST_GIGABYTES + products / PRODUCTS_A_GIGABYTE + "g";
        var tuning = new Tuning(
                List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseZGC"),
                Map.of(
                        "AISLE_TRAINING_RECIPE_RANK", "64",
                        "AISLE_TRAINING_CHECK_EVERY", "off",
                        "AISLE_TRAINING_EVALUATE", "false",
                        "AISLE_CONTENT_EMBEDDINGS", "false"));
        this.stack = new Stack(this.layout, progress, Map.of(Part.RECOMMENDER, tuning));
    }

    /** Measures everything; the data is deleted at the end. */
    public int run() {
        stack.down();
        stack.wipe();
        stack.up(PARTS);
        try (var feeder = new Feeder(layout.ports());
                var lists = new Lists(layout.ports(), people)) {
            long empty = Heap.used(stack.pid(Part.RECOMMENDER));
            feed(feeder);
            var models = new Models(layout.ports());
            progress.step("training");
            var first = models.train();
            figure("a shop of " + products + " products, " + people + " people, " + events + " events; "
                    + models.current());
            figure("nearest factors: " + models.metrics("aisle_nearest_"));
            room(empty);
            progress.step("asking for " + WARM_UP.toSeconds() + " s to warm up");
            lists.warm(WARM_UP);
            figure(lists.most(duration));
            figure(lists.at(rate, duration).told("lists at a fixed rate"));
            progress.step("training another model");
            swaps(lists, models, List.of(first, models.train()));
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    /** Lists at half of the rate, with and without swaps in turn; what comes first isn't counted, since a swap's code is compiled then, too. */
    private void swaps(Lists lists, Models models, List<String> versions) {
        swapping(lists, models, versions);
        var quiet = lists.at(rate / 2, WINDOW);
        var swapped = swapping(lists, models, versions);
        for (int window = 1; window < WINDOWS; window++) {
            quiet = quiet.plus(lists.at(rate / 2, WINDOW));
            swapped = swapped.plus(swapping(lists, models, versions));
        }
        figure(quiet.told("lists at half of that rate"));
        figure(swapped.outcome().told("the same while models are swapped") + ", swaps: " + swapped.count());
    }

    private record Swapped(Outcome outcome, int count) {
        Swapped plus(Swapped other) {
            return new Swapped(outcome.plus(other.outcome), count + other.count);
        }
    }

    private Swapped swapping(Lists lists, Models models, List<String> versions) {
        var enough = new AtomicBoolean();
        var swaps = CompletableFuture.supplyAsync(() -> swap(models, versions, enough));
        var outcome = lists.at(rate / 2, WINDOW);
        enough.set(true);
        return new Swapped(outcome, swaps.join());
    }

    /** A product's room is memory, a person's is in the database. */
    private void room(long emptyHeap) {
        long heap = Heap.used(stack.pid(Part.RECOMMENDER)) - emptyHeap;
        try (var tables = new Tables(layout.ports(), "recommender")) {
            long bytes = tables.number("select pg_total_relation_size('interaction')");
            figure(String.format(
                    Locale.ROOT,
                    "room: %,d bytes of heap a product (model, catalogue, indexes; %,.0f MiB beside %,.0f of an empty service), no heap"
                            + " a person; %,d bytes of the database a person with %.1f interactions",
                    heap / products,
                    heap / MIB,
                    emptyHeap / MIB,
                    bytes / people,
                    events / (double) people));
        }
    }

    private void feed(Feeder feeder) {
        progress.step("writing the shop");
        new MadeCatalogue(layout.ports()).send(products);
        feeder.grant(people);
        feeder.send(new MadeEvents(people, products, 1), events);
        try (var backlog = new Backlog(layout.ports())) {
            if (!backlog.awaitCaughtUp(Part.RECOMMENDER, PATIENCE)) {
                throw new CommandFailure("recommender-service didn't take the events.");
            }
        }
    }

    /** One model after the other until it is enough, each once the one before is in use; how many. */
    private static int swap(Models models, List<String> versions, AtomicBoolean enough) {
        int swaps = 0;
        while (!enough.get()) {
            models.use(versions.get(swaps % versions.size()));
            swaps++;
            Waiting.pause(BETWEEN_SWAPS);
        }
        return swaps;
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
