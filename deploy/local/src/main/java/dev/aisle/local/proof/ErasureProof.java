package dev.aisle.local.proof;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes somebody in, forgets the person, and looks for what is left: after the erasure, after what comes late, after a restore. */
public final class ErasureProof {
    private static final int PASSERS_BY = 12;
    private static final Duration OUTSTANDING = Duration.ofSeconds(45);

    private final Layout layout;
    private final Progress progress;
    private final boolean withRestore;

    /** @param withRestore whether an older backup is put back at the end */
    public ErasureProof(Layout layout, Progress progress, boolean withRestore) {
        this.layout = layout;
        this.progress = progress;
        this.withRestore = withRestore;
    }

    /** Runs it; the stack is gone afterwards. */
    public ProofReport run() {
        var stack = new Stack(layout, progress);
        stack.down();
        stack.wipe();
        var atExit = new Thread(stack::down);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            stack.up(Part.all());
            return prove(stack);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        } finally {
            Runtime.getRuntime().removeShutdownHook(atExit);
            stack.down();
        }
    }

    private ProofReport prove(Stack stack) throws InterruptedException {
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

        Scrub.run(layout.ports());
        var places = new Places(stack);
        report.before(places.search(goes.needles()));
        var late = new LateComers(layout.ports(), shopping, goes);
        late.remember();
        Backup backup = withRestore ? Backup.take(layout) : null;

        var request = shopping.erase(goes.customerId());
        progress.step("the erasure is complete: " + request.path("receipts"));
        shopping.train();
        settle(shopping, passersBy, stays);
        report.stayed(places.search(stays.needles()));
        report.after("after the erasure", places.search(goes.needles()));

        report.remarks(late.come());
        settle(shopping, passersBy, stays);
        report.after("after what came late", places.search(goes.needles()));

        if (backup != null) {
            backup.restore(stack);
            progress.step("the older database is back");
            report.remarks(late.nothingIsBack());
            settle(shopping, passersBy, stays);
            report.after("after the restore", places.search(goes.needles()));
        }
        return report;
    }

    /** What is outstanding runs out, with the traffic of a shop and a training meanwhile, and the weekly job runs. */
    private void settle(Shopping shopping, List<String> passersBy, Traces stays) throws InterruptedException {
        ShortRetention.set(layout.ports());
        shopping.goOn(passersBy, OUTSTANDING);
        shopping.goOn(List.of(stays.customerId()), Duration.ofSeconds(2));
        Scrub.run(layout.ports());
        progress.step("what was outstanding has run out");
    }
}
