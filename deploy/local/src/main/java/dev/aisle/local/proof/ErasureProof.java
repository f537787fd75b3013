package dev.aisle.local.proof;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes somebody in, forgets the person, and looks for what is left: after the erasure, after what comes late, after a restore. */
public final class ErasureProof {
    private static final int PASSERS_BY = 12;
    private static final int MOST_AGAIN = 2;
    /** Refine looks each ten seconds for what it needn't keep any more; Kafka and RocksDB leave it out some seconds later. */
    private static final Duration OUTSTANDING = Duration.ofSeconds(40);

    private static final Set<Part> SERVICES = Set.copyOf(Part.services());
    private static final Map<Part, Tuning> HASTY = Map.of(
            Part.INGEST,
            new Tuning(
                    List.of(),
                    Map.of(
                            "AISLE_REFINE_SWEEP_EVERY",
                            "10s",
                            "KAFKA_STREAMS_AISLE_COMPACTION_SECONDS",
                            "10",
                            "KAFKA_STREAMS_AISLE_ROLL_SECONDS",
                            "5")),
            Part.PRIVACY,
            new Tuning(List.of(), Map.of("AISLE_ERASURE_ROLL_EVERY", "5s")));

    private final Layout layout;
    private final Progress progress;
    private final boolean quick;

    /**
     * A proof that wasn't made yet.
     *
     * @param quick whether there is one search for all, at the end, instead of one after each step
     */
    public ErasureProof(Layout layout, Progress progress, boolean quick) {
        this.layout = layout;
        this.progress = progress;
        this.quick = quick;
    }

    /** What a proof needs: what a shop does each day or six hours is done all the time. */
    public static Stack stack(Layout layout, Progress progress) {
        return new Stack(layout, progress, HASTY);
    }

    /** On a stack of its own; deletes what an earlier proof left in the layout's home. */
    public ProofReport run() {
        var stack = stack(layout, progress);
        return stack.during(Part.all(), () -> on(stack));
    }

    /** On such a stack that runs with all its parts; afterwards its topics keep seconds only. */
    public ProofReport on(Stack stack) {
        var api = new ApiClient(layout.ports());
        var shopping = new Shopping(api);
        var report = new ProofReport(progress);
        long run = System.currentTimeMillis() % 1_000_000;

        shopping.open();
        List<String> passersBy = new ArrayList<>();
        for (int i = 0; i < PASSERS_BY; i++) {
            passersBy.add("passer-by-" + run + "-" + i);
        }
        shopping.goOn(passersBy, Duration.ofSeconds(6));
        Traces stays = shopping.everything("staying-" + run, "stays." + run + "@mail.example", "+4915140" + run);
        Traces goes = shopping.everything("leaving-" + run, "goes." + run + "@mail.example", "+4915150" + run);
        shopping.train();
        progress.step("two people went through every intake");

        restartIngest(stack);
        Scrub.run(layout.ports());
        var places = new Places(stack);
        report.before(places.search(goes.needles()));
        var late = new LateComers(layout.ports(), shopping, goes);
        late.remember();
        var withdrawing = new WithdrawnMeanwhile(api, "withdrawing-" + run);
        withdrawing.grant();
        Backup backup = Backup.take(stack, progress);

        withdrawing.withdraw();

        var request = shopping.erase(goes.customerId());
        progress.step("the erasure is complete: " + request.path("receipts"));
        shopping.train();
        Runnable look = () -> look(stack, shopping, passersBy, stays, goes, places, report);
        if (!quick) {
            look.run();
        }

        progress.step("late, future-dated and replayed events come");
        report.remarks(late.come());
        if (!quick) {
            look.run();
        }

        backup.restore();
        progress.step("the older databases, models and archive are back");
        report.remarks(late.nothingIsBack());
        report.remarks(withdrawing.stillHolds());
        shopping.train();
        look.run();
        return report;
    }

    /** Refine writes its state to files when it ends: without that there would be nothing to find. */
    private static void restartIngest(Stack stack) {
        stack.stop(Set.of(Part.INGEST));
        stack.up(Part.all());
    }

    /** What is outstanding runs out, with the traffic of a shop meanwhile; the weekly job runs and restarts the services; then everything is searched. */
    private void look(
            Stack stack,
            Shopping shopping,
            List<String> passersBy,
            Traces stays,
            Traces goes,
            Places places,
            ProofReport report) {
        ShortRetention.set(layout.ports());
        runOut(stack, shopping, passersBy, stays);
        report.stayed(places.search(stays.needles()));
        var left = places.search(goes.needles());
        // A busy machine takes longer to leave something out; what stays for ever is there each time.
        for (int again = 0; again < MOST_AGAIN && left.total() > 0; again++) {
            progress.step("something is left: " + left.lines());
            runOut(stack, shopping, passersBy, stays);
            left = places.search(goes.needles());
        }
        report.after(left);
    }

    private void runOut(Stack stack, Shopping shopping, List<String> passersBy, Traces stays) {
        shopping.goOn(passersBy, OUTSTANDING);
        Scrub.run(layout.ports());
        stack.stop(SERVICES);
        stack.up(Part.all());
        shopping.goOn(List.of(stays.customerId()), Duration.ofSeconds(3));
        progress.step("what was outstanding has run out");
    }
}
