package dev.aisle.local.upgrade;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.local.chaos.Findings;
import dev.aisle.local.chaos.Ledger;
import dev.aisle.local.chaos.Load;
import dev.aisle.local.chaos.Numbered;
import dev.aisle.local.chaos.RefinedEvents;
import dev.aisle.local.chaos.Sender;
import dev.aisle.local.chaos.Trial;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Backlog;
import dev.aisle.local.client.People;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The version before runs, the shop goes on, each service is replaced by the next version, and then back: the older code on the newer schema. */
public final class UpgradeTrial {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(5);
    /** Whoever is asked comes before whoever asks. */
    public static final List<Part> ORDER =
            List.of(Part.PRIVACY, Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN);

    private final Layout layout;
    private final Version before;
    private final Version now;
    private final Trial trial;
    private final List<Part> replaced;
    private final boolean back;
    private final Duration pause;
    private final Progress progress;
    private volatile boolean over;

    /**
     * What is done.
     *
     * @param before the root of the version before, built
     * @param pause of each of the four kinds of questions, between an answer and the next one
     * @param replaced which services are, in this order
     * @param back whether each of them goes back to the version before once all are the next one
     */
    public record Settings(
            Path before, int eventsPerSecond, Duration pause, long seed, List<Part> replaced, boolean back) {
        public Settings {
            replaced = List.copyOf(replaced);
        }
    }

    /** Runs in a home of its own. */
    public UpgradeTrial(Settings settings, Layout layout, Progress progress) {
        this.layout = layout;
        this.before = new Version("before", settings.before());
        this.now = new Version("now", layout.project());
        this.trial = new Trial(0, settings.eventsPerSecond(), settings.seed(), 0, Set.of(), CALM);
        this.replaced = settings.replaced();
        this.back = settings.back();
        this.pause = settings.pause();
        this.progress = progress;
    }

    /**
     * What was counted.
     *
     * @param replaced instances that went while the shop went on
     * @param repeated requests with events that had to be sent again
     * @param asked other requests, each sent once
     * @param failed those of them that failed
     * @param broken requests that no instance answered
     */
    public record Report(
            int replaced,
            Findings findings,
            long repeated,
            long asked,
            long failed,
            long broken,
            List<String> remarks) {
        public Report {
            remarks = List.copyOf(remarks);
        }

        /** No lost event, no failed request. */
        public boolean clean() {
            return findings.clean() && repeated + failed + broken == 0;
        }
    }

    /** Tries; the data is deleted before, and stays for a look afterwards. */
    public Report run() throws InterruptedException {
        before.check();
        now.check();
        var stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        List<Slot> slots = new CopyOnWriteArrayList<>();
        var atExit = new Thread(() -> end(slots, stack));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            stack.up(Set.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER));
            for (var part : ORDER) {
                slots.add(new Slot(layout, part));
            }
            for (var slot : slots) {
                slot.replace(before);
                progress.step(slot.part().label() + " of the version before is ready");
            }
            return goOn(slots);
        } finally {
            Runtime.getRuntime().removeShutdownHook(atExit);
            end(slots, stack);
        }
    }

    private void end(List<Slot> slots, Stack stack) {
        over = true;
        slots.forEach(Slot::close);
        stack.down();
    }

    private Report goOn(List<Slot> slots) throws InterruptedException {
        var api = new ApiClient(layout.ports());
        var ledger = new Ledger(trial.persons());
        var sender = new Sender(layout.ports().http(Part.INGEST));
        var load = new Load(trial, sender, ledger);
        var customers =
                IntStream.range(0, trial.persons()).mapToObj(Numbered::customer).toList();
        var shop = new ShopGoesOn(api, new People(api, layout.ports()).grant("customer_id", customers), pause);
        load.greet();
        var repeatedBefore = sender.retries();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sending = threads.submit(() -> load.run(() -> over));
            var questions = shop.questions();
            Future<?> asking = threads.submit(
                    () -> Lanes.run(questions.size(), lane -> shop.ask(questions.get(lane), () -> !over)));
            var times = replaceAll(slots.stream()
                    .filter(slot -> replaced.contains(slot.part()))
                    .toList());
            over = true;
            Beside.await(sending);
            Beside.await(asking);
            progress.step(load.sent() + " events are acknowledged; waiting until all is done");
            new RefinedEvents(layout.ports()).readAll(event -> enter(event, ledger));
            awaitConsumers();
            return new Report(
                    times,
                    ledger.findings(),
                    sender.retries() - repeatedBefore,
                    shop.asked(),
                    shop.failed(),
                    slots.stream().mapToLong(Slot::broken).sum(),
                    remarks(ledger.findings(), shop));
        }
    }

    private int replaceAll(List<Slot> slots) throws InterruptedException {
        try {
            Waiting.pause(CALM);
            for (var slot : slots) {
                slot.replace(now);
                progress.step(slot.part().label() + " is the new version");
            }
            Waiting.pause(CALM);
            if (!back) {
                return slots.size();
            }
            for (var slot : slots.reversed()) {
                slot.replace(before);
                progress.step(slot.part().label() + " is the version before again");
            }
            Waiting.pause(CALM);
            return 2 * slots.size();
        } finally {
            over = true;
        }
    }

    private void awaitConsumers() {
        try (var backlog = new Backlog(layout.ports())) {
            for (var part : List.of(Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN)) {
                if (!backlog.awaitCaughtUp(part, PATIENCE)) {
                    throw new CommandFailure(part.label() + " does not catch up with the events.");
                }
            }
        }
    }

    private static List<String> remarks(Findings findings, ShopGoesOn shop) {
        var all = new ArrayList<>(findings.remarks());
        all.addAll(shop.remarks());
        return all;
    }

    private static void enter(ShopEvent event, Ledger ledger) {
        var number = Numbered.read(event.getMessageId())
                .orElseThrow(() -> new CommandFailure("An event that nobody sent: " + event.getMessageId()));
        ledger.arrived(number.person(), number.number(), event.getRefinement().getPersonSequence());
    }
}
