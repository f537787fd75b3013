package dev.aisle.local.faults;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.Numbered;
import dev.aisle.local.chaos.RefinedEvents;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.People;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.race.ChangingMinds;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.mail.CountingSink;
import dev.aisle.platform.stored.ConsentRows;
import dev.aisle.platform.stored.StoredEvents;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A steady shop, and one fault after the other; each is recovered from before the next. Then every promise is looked at. */
public final class Storm {
    private static final int MOST_FAULTS = 1_000;
    private static final Duration CALM = Duration.ofSeconds(3);
    private static final int MINDS = 4;
    private static final double AFFORDABLE_A_MINUTE = 40;

    private final Settings settings;
    private final Layout layout;
    private final Progress progress;
    private volatile boolean over;

    /**
     * What is tried.
     *
     * @param shoppers of the simulator
     * @param eventsPerSecond of all of them together
     */
    public record Settings(double minutes, long seed, int shoppers, int eventsPerSecond) {}

    /** Runs in a home of its own. */
    public Storm(Settings settings, Layout layout, Progress progress) {
        this.settings = settings;
        this.layout = layout;
        this.progress = progress;
    }

    /** What a seed means, one fault a line. */
    public static List<String> plan(long seed, int count) {
        return FaultPlan.of(seed, count).stream().map(Fault::spoken).toList();
    }

    /** Tries, tells, and answers every broken promise. */
    public List<String> run() throws InterruptedException {
        progress.step("seed " + settings.seed());
        try (var mail = CountingSink.start(new CountingSink.Events() {});
                var arena = new Arena(layout, mail.port(), progress)) {
            arena.start();
            var report = storm(arena, mail);
            progress.say(report.spoken());
            return report.violations();
        } catch (IOException e) {
            throw new CommandFailure("The mail server of the trial can't be closed: " + e.getMessage(), e);
        }
    }

    private StormReport storm(Arena arena, CountingSink mail) throws InterruptedException {
        var api = new ApiClient(layout.ports());
        var ledger = new Ledger(settings.shoppers());
        var sender = new Sender(layout.ports().http(Part.INGEST));
        var events = new ShopEvents(settings.seed(), settings.shoppers(), sender, ledger);
        new People(api, layout.ports()).grant("customer_id", events.customers());
        events.greet();
        var spending = new Spending(api, (int) Math.max(10, settings.minutes() * AFFORDABLE_A_MINUTE));
        spending.begin();
        var buyers = new Buyers(api, layout.ports(), mail);
        buyers.begin();
        var minds = new ChangingMinds(layout.ports(), MINDS, settings.seed());
        var before = sender.retries();
        try (var wellness = new Wellness(layout.ports(), api);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            wellness.begin();
            var limits = Calibration.run(arena, wellness, progress);
            progress.step("everything works; the shop goes on from here");
            var work = new ArrayList<Future<?>>();
            work.add(threads.submit(() ->
                    Lanes.run(ShopEvents.LANES, lane -> events.run(lane, settings.eventsPerSecond(), () -> !over))));
            work.add(threads.submit(() -> Lanes.run(Spending.LANES, _ -> spending.run(() -> !over))));
            work.add(threads.submit(() -> buyers.run(() -> !over)));
            work.add(threads.submit(() -> minds.run(() -> !over, Duration.ZERO)));
            var start = System.nanoTime();
            List<Recovery> recoveries;
            try {
                recoveries = faults(arena, wellness, limits, work);
            } finally {
                over = true;
            }
            for (var one : work) {
                Beside.await(one);
            }
            var minutes = (System.nanoTime() - start) / 60e9;
            progress.step(events.acknowledged() + " events are acknowledged; waiting until all is settled");
            var past = new ArrayList<ShopEvent>();
            new RefinedEvents(layout.ports()).readAll(event -> enter(event, ledger, past));
            var settled = buyers.settled();
            var stored = new Settled(layout.ports(), limits).deviations(databases -> {
                var all = new ArrayList<>(StoredEvents.compare(past, databases));
                try (var campaign = databases.open("campaign");
                        var privacy = databases.open("privacy")) {
                    all.addAll(spending.stored(campaign));
                    all.addAll(ConsentRows.compare(minds.acknowledged(), privacy));
                }
                return all;
            });
            return new StormReport(
                    settings.seed(),
                    minutes,
                    recoveries,
                    ledger.findings(),
                    sender.retries() - before,
                    settled,
                    minds.afterWithdrawal(),
                    minds.violations(),
                    minds.remarks(),
                    spending.spent(),
                    stored,
                    limits);
        }
    }

    private List<Recovery> faults(Arena arena, Wellness wellness, Limits limits, List<Future<?>> work)
            throws InterruptedException {
        var inflict = new Inflict(arena);
        var recoveries = new ArrayList<Recovery>();
        var end = System.nanoTime() + (long) (settings.minutes() * 60e9);
        for (var fault : FaultPlan.of(settings.seed(), MOST_FAULTS)) {
            if (System.nanoTime() > end) {
                break;
            }
            work.stream().filter(Future::isDone).forEach(Beside::await);
            progress.step(fault.spoken());
            inflict.happen(fault);
            var recovery = recovered(fault, wellness, limits);
            recoveries.add(recovery);
            progress.step(
                    (recovery.unwell().isEmpty() ? "  well after " : "  still without " + recovery.unwell() + " after ")
                            + Math.round(recovery.seconds() * 10) / 10.0 + " s");
        }
        return recoveries;
    }

    /** Well is what works and goes on working during the calm before the next fault. */
    static Recovery recovered(Fault fault, Wellness wellness, Limits limits) {
        var since = System.nanoTime();
        while (true) {
            var left = limits.waited().minusNanos(System.nanoTime() - since);
            var unwell = wellness.awaitWell(left);
            var seconds = (System.nanoTime() - since) / 1e9;
            if (!unwell.isEmpty() || wellness.staysWell(CALM)) {
                return new Recovery(fault, seconds, unwell);
            }
        }
    }

    /** Notes an event of a shopper who is numbered; people of other parts of the trial are not. */
    static void enter(ShopEvent event, Ledger ledger, List<ShopEvent> past) {
        Numbered.read(event.getMessageId()).ifPresent(number -> {
            ledger.arrived(
                    number.person(), number.number(), event.getRefinement().getPersonSequence());
            past.add(event);
        });
    }
}
