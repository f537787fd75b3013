package dev.aisle.local.bench.campaigns;

import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The stack that a benchmark of campaigns runs in: some parts only, at ports and in a home of their own. */
final class BenchStack {
    private static final int PORTS_ABOVE = 700;

    private final Layout layout;
    private final Progress progress;

    /**
     * Beside the stack that a person may have running.
     *
     * @param home name of its folder
     */
    BenchStack(Layout layout, String home, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve(home),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
    }

    PortPlan ports() {
        return layout.ports();
    }

    /** Runs what measures while these parts are up; the data is deleted before and after. */
    void run(Set<Part> parts, Tuning campaigns, Consumer<Stack> measure) {
        var stack = new Stack(layout, progress, Map.of(Part.CAMPAIGN, campaigns));
        stack.down();
        stack.wipe();
        try {
            stack.up(parts);
            measure.accept(stack);
        } finally {
            stack.down();
            stack.wipe();
        }
    }

    void step(String text) {
        progress.step(text);
    }

    void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
