package dev.aisle.local.erasures;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./aisle erasures}: the long form of the trial. It has a home and ports of its own. */
public final class ErasuresCommand {
    private static final int PORT_BASE = 25_180;
    private static final int PEOPLE = 10_000;
    private static final int KILLS = 50;

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ErasuresCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int run() {
        arguments.allow("port-base", "home", "count", "kills", "seed");
        var trial = new ErasureTrial(
                arguments.number("count", PEOPLE),
                arguments.number("kills", KILLS),
                arguments.number("seed", ThreadLocalRandom.current().nextInt(1_000_000)));
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        var own = new Layout(layout.project(), layout.home().resolve("erasures"), ports);
        var report = new ManyErasures(trial, own, progress).run();
        progress.say(report.spoken());
        report.remarks().forEach(progress::say);
        return report.remarks().isEmpty() ? 0 : 1;
    }
}
