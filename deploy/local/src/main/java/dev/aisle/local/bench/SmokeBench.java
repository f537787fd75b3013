package dev.aisle.local.bench;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PartStatus;
import dev.aisle.local.stack.Stack;
import java.util.Locale;

/** {@code ./aisle bench smoke}: warm start, memory, events per second on the path, time until a view has an effect. */
final class SmokeBench {
    private static final double MIB = 1024 * 1024;
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    SmokeBench(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    int run() {
        var stack = new Stack(layout, progress);
        warmStart(stack);
        var api = new ApiClient(layout.ports());
        new Throughput(layout, api, progress).measure(arguments.number("events", 40_000));
        new Reaction(api, progress).measure();
        memory(stack);
        return 0;
    }

    private void warmStart(Stack stack) {
        stack.up(Part.all());
        stack.down();
        var before = progress.seconds();
        stack.up(Part.all());
        figure("warm up", String.format(Locale.ROOT, "%.1f s", progress.seconds() - before));
    }

    private void memory(Stack stack) {
        var total = 0.0;
        for (var status : stack.status()) {
            if (status instanceof PartStatus.Present present) {
                var megabytes = present.memory().proportional() / MIB;
                total += megabytes;
                figure("memory of " + present.part().label(), String.format(Locale.ROOT, "%.0f MB PSS", megabytes));
            }
        }
        figure("memory together", String.format(Locale.ROOT, "%.0f MB PSS", total));
    }

    private void figure(String what, String value) {
        progress.say("FIGURE  " + what + ": " + value);
    }
}
