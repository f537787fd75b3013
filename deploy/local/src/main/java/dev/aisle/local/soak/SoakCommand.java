package dev.aisle.local.soak;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;

/** {@code ./aisle soak}. It has a home and ports of its own. */
public final class SoakCommand {
    private static final int PORT_BASE = 26_780;
    private static final int MINUTES = 60;
    /** So many that an hour gives each some forty events: what the history of one takes, which grows with it, doesn't show then. */
    private static final int SHOPPERS = 10_000;

    private static final int EVENTS_PER_SECOND = 100;

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public SoakCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    /** 0 when nothing grows and nothing failed. */
    public int run() {
        arguments.allow("port-base", "home", "minutes", "seed", "shoppers", "rate");
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        var own = new Layout(layout.project(), layout.home().resolve("soak"), ports);
        var settings = new Soak.Settings(
                Math.max(5, arguments.number("minutes", MINUTES)),
                arguments.number("seed", 1),
                arguments.number("shoppers", SHOPPERS),
                arguments.number("rate", EVENTS_PER_SECOND));
        return new Soak(settings, own, progress).run() == 0 ? 0 : 1;
    }
}
