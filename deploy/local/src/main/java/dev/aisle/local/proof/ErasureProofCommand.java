package dev.aisle.local.proof;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;

/** {@code ./aisle erasure-proof}. It has a home and ports of its own. */
public final class ErasureProofCommand {
    private static final int PORT_BASE = 26_180;

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ErasureProofCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    /** 0 when nothing was found where nothing may be, else 1. */
    public int run() {
        arguments.allow("port-base", "home", "quick");
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        var own = new Layout(layout.project(), layout.home().resolve("erasure-proof"), ports);
        var report = new ErasureProof(own, progress, arguments.has("quick")).run();
        report.remarks().forEach(progress::say);
        progress.say(report.remarks().isEmpty() ? "Nothing is left of the erased person." : "The proof does not hold.");
        return report.remarks().isEmpty() ? 0 : 1;
    }
}
