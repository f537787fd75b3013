package dev.aisle.local;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** {@code up}, {@code down}, {@code status}. */
final class StackCommands {
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;
    private final Stack stack;

    StackCommands(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
        this.stack = new Stack(layout, progress);
    }

    int up() {
        arguments.allow("port-base", "home", "only");
        var wanted = arguments.option("only").map(StackCommands::parts).orElse(Part.all());
        if (stack.isUp(wanted)) {
            progress.say("Aisle is already up.");
        } else {
            stack.up(wanted);
            progress.say(String.format(Locale.ROOT, "%nAisle is up after %.1f s.", progress.seconds()));
        }
        progress.say(Addresses.of(layout, wanted));
        return 0;
    }

    private static Set<Part> parts(String list) {
        var chosen = EnumSet.noneOf(Part.class);
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(name -> Part.named(name)
                        .orElseThrow(() -> new CommandFailure(
                                "There is no part \"" + name + "\"; there are " + Part.names() + ".")))
                .forEach(chosen::add);
        return chosen;
    }

    int down() {
        arguments.allow("port-base", "home", "wipe");
        var stopped = stack.down();
        progress.say(stopped == 0 ? "Nothing was running." : "Stopped " + stopped + " processes.");
        if (arguments.has("wipe")) {
            stack.wipe();
            progress.say("Deleted data and logs below " + layout.shown(layout.home()) + ".");
        }
        return 0;
    }

    int status() {
        arguments.allow("port-base", "home");
        var all = stack.status();
        progress.say(StatusTable.of(all));
        return stack.isUp(Part.all()) ? 0 : 1;
    }
}
