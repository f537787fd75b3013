package dev.aisle.local.upgrade;

import dev.aisle.local.chaos.Findings;
import dev.aisle.local.chaos.Trial;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Waiting;
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
import java.util.concurrent.atomic.AtomicInteger;

/** The version before runs, the shop goes on, each service is replaced by the next version, and then back: the older code on the newer schema. */
public final class UpgradeTrial {
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
        slots.forEach(Slot::close);
        stack.down();
    }

    private Report goOn(List<Slot> slots) throws InterruptedException {
        var open = new OpenShop(layout, new ApiClient(layout.ports()), trial, pause);
        var times = new AtomicInteger();
        var seen = open.during(() -> times.set(replaceAll(
                slots.stream().filter(slot -> replaced.contains(slot.part())).toList())));
        var remarks = new ArrayList<>(seen.remarks());
        slots.forEach(slot -> remarks.addAll(slot.remarks()));
        return new Report(
                times.get(),
                seen.findings(),
                seen.repeated(),
                seen.asked(),
                seen.failed(),
                slots.stream().mapToLong(Slot::broken).sum(),
                remarks);
    }

    private int replaceAll(List<Slot> slots) throws InterruptedException {
        for (var slot : slots) {
            slot.replace(now);
            progress.step(slot.part().label() + " is the new version");
        }
        if (!back) {
            return slots.size();
        }
        Waiting.pause(CALM);
        for (var slot : slots.reversed()) {
            slot.replace(before);
            progress.step(slot.part().label() + " is the version before again");
        }
        return 2 * slots.size();
    }
}
