package dev.aisle.local.faults;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.backup.DatabaseCopy;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.RefinedEvents;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.People;
import dev.aisle.local.faults.FaultKind.Targets;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.race.ChangingMinds;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Folders;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.platform.stored.ConsentRows;
import dev.aisle.platform.stored.StoredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./aisle chaos --failovers}: the database becomes an older one of itself while everything runs, as when a replica is promoted that lacks the last
 * seconds. What the log still tells must be there again afterwards: every event, and the last word of everybody about consent. Coupons and messages
 * take no part: what was answered or sent before the database went back stands in no log, and needs a replica that is written at once.
 */
public final class Failovers {
    private static final int MINDS = 4;
    private static final Duration BEFORE = Duration.ofSeconds(8);

    private final Settings settings;
    private final Layout layout;
    private final Progress progress;
    private volatile boolean over;

    /**
     * What is tried.
     *
     * @param count how often
     * @param lost what the database lacks each time
     * @param shoppers of the simulator
     * @param eventsPerSecond of all of them together
     */
    public record Settings(int count, Duration lost, long seed, int shoppers, int eventsPerSecond) {}

    /** Runs in a home of its own. */
    public Failovers(Settings settings, Layout layout, Progress progress) {
        this.settings = settings;
        this.layout = layout;
        this.progress = progress;
    }

    /** Tries, tells, and answers every broken promise. */
    public List<String> run() throws InterruptedException {
        progress.step("seed " + settings.seed());
        try (var arena = new Arena(layout, layout.ports().of(Part.MAIL), progress)) {
            arena.start();
            return during(arena);
        }
    }

    private List<String> during(Arena arena) throws InterruptedException {
        var api = new ApiClient(layout.ports());
        var ledger = new Ledger(settings.shoppers());
        var sender = new Sender(layout.ports().http(Part.INGEST));
        var events = new ShopEvents(settings.seed(), settings.shoppers(), sender, ledger);
        new People(api, layout.ports()).grant("customer_id", events.customers());
        events.greet();
        var minds = new ChangingMinds(layout.ports(), MINDS, settings.seed());
        try (var wellness = new Wellness(layout.ports(), api);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            wellness.begin();
            var limits = Calibration.run(arena, wellness, progress);
            var work = new ArrayList<Future<?>>();
            work.add(threads.submit(() ->
                    Lanes.run(ShopEvents.LANES, lane -> events.run(lane, settings.eventsPerSecond(), () -> !over))));
            work.add(threads.submit(() -> minds.run(() -> !over, limits.recovery())));
            var recoveries = new ArrayList<Recovery>();
            var lost = 0L;
            try {
                for (int i = 0; i < settings.count(); i++) {
                    Thread.sleep(BEFORE);
                    work.stream().filter(Future::isDone).forEach(Beside::await);
                    lost += failOver(arena, events);
                    var fault = new Fault(FaultKind.KILL, Targets.DATABASE, Duration.ZERO);
                    recoveries.add(Storm.recovered(fault, wellness, limits));
                    progress.step(
                            "well after " + Math.round(recoveries.getLast().seconds() * 10) / 10.0 + " s");
                }
                Thread.sleep(BEFORE);
            } finally {
                over = true;
            }
            work.forEach(Beside::await);
            return looked(events.acknowledged(), lost, ledger, minds, limits, recoveries);
        }
    }

    /** The database goes on for a while after it was copied, and then is the copy; answers how many events were acknowledged in between. */
    private long failOver(Arena arena, ShopEvents events) throws InterruptedException {
        var copy = layout.home().resolve("lagging-replica");
        try {
            Folders.delete(copy);
            DatabaseCopy.take(layout, copy);
            promoteAtItsStart(copy);
            var before = events.acknowledged();
            Thread.sleep(settings.lost());
            arena.hold(Targets.DATABASE, true);
            arena.victim(Targets.DATABASE).kill();
            var lost = events.acknowledged() - before;
            DatabaseCopy.putBack(layout, copy);
            progress.step("the database is the one of " + settings.lost().toSeconds() + " s ago; " + lost
                    + " events were acknowledged since");
            return lost;
        } catch (IOException e) {
            throw new CommandFailure("The database can't be exchanged: " + e.getMessage(), e);
        } finally {
            arena.hold(Targets.DATABASE, false);
        }
    }

    /** It reads its own log to the end, finds no more of it, and begins a timeline of its own. */
    private static void promoteAtItsStart(Path copy) throws IOException {
        Files.writeString(copy.resolve("recovery.signal"), "");
        Files.writeString(
                copy.resolve("postgresql.auto.conf"), "restore_command = 'false'\n", StandardOpenOption.APPEND);
    }

    private List<String> looked(
            long acknowledged,
            long lost,
            Ledger ledger,
            ChangingMinds minds,
            Limits limits,
            List<Recovery> recoveries) {
        var past = new ArrayList<ShopEvent>();
        new RefinedEvents(layout.ports()).readAll(event -> Storm.enter(event, ledger, past));
        var stored = new Settled(layout.ports(), limits).deviations(databases -> {
            var all = new ArrayList<>(StoredEvents.compare(past, databases));
            try (var privacy = databases.open("privacy")) {
                all.addAll(ConsentRows.compare(minds.acknowledged(), privacy));
            }
            return all;
        });
        progress.say(String.format(
                Locale.ROOT,
                "FIGURE  %d times an older database; events acknowledged: %,d, of them while the lost seconds ran: %d; rows that deviate: %d;"
                        + " uses asked for after an acknowledged withdrawal: %,d, done: %d",
                recoveries.size(),
                acknowledged,
                lost,
                stored.size(),
                minds.afterWithdrawal(),
                minds.violations()));
        var all = new ArrayList<String>();
        if (lost == 0) {
            all.add("no event was acknowledged in what the database lost, so that nothing was tried");
        }
        if (!ledger.findings().clean()) {
            all.addAll(ledger.findings().remarks());
        }
        all.addAll(Settled.violations(stored));
        if (minds.violations() > 0) {
            all.add(minds.violations() + " uses after an acknowledged withdrawal");
            all.addAll(minds.remarks());
        }
        all.addAll(Recovery.violations(recoveries, limits));
        return all;
    }
}
