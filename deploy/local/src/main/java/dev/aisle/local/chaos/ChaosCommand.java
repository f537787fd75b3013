package dev.aisle.local.chaos;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./aisle chaos}: the long form of the trial that nothing is lost. It has a home and ports of its own. */
public final class ChaosCommand {
    private static final int PORT_BASE = 25_080;
    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_PER_SECOND = 4_000;
    private static final int KILLS = 3;
    private static final Duration CALM = Duration.ofSeconds(60);
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ChaosCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int run() {
        arguments.allow("port-base", "home", "events", "rate", "seed");
        var trial = new Trial(
                arguments.number("events", EVENTS),
                arguments.number("rate", EVENTS_PER_SECOND),
                arguments.number("seed", ThreadLocalRandom.current().nextInt(1_000_000)),
                KILLS,
                EnumSet.allOf(CrashPoint.class),
                CALM);
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        var own = new Layout(layout.project(), layout.home().resolve("chaos"), ports);
        var report = new NothingLost(trial, own, progress).run();
        progress.say(report.spoken());
        report.findings().remarks().forEach(progress::say);
        return report.findings().clean() ? 0 : 1;
    }
}
