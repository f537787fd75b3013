package dev.aisle.local.attacks;

import dev.aisle.local.attacks.AttackRun.Sum;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./aisle trials --attacks}: every attack on a stack of its own, with its own home and ports. */
public final class AttackCommand {
    private static final int PORT_BASE = 31_080;

    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public AttackCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    /** Returns 0 when no promise was broken, else 1. On a stack of its own everything must be tried. */
    public int run() {
        arguments.allow("attacks", "running", "port-base", "home", "only", "dry-run");
        List<Attack> chosen = chosen();
        if (arguments.has("dry-run")) {
            chosen.forEach(attack -> progress.say(String.format("%-28s %s", attack.name(), attack.promise())));
            progress.say(chosen.size() + " attacks; nothing was sent.");
            return 0;
        }
        if (arguments.has("running")) {
            return verdict(
                    new AttackRun(new Target(layout), progress).run(chosen).broken());
        }
        Layout own = new Layout(
                layout.project(),
                layout.home().resolve("attacks"),
                new PortPlan(arguments.number("port-base", PORT_BASE)));
        Stack stack = new Stack(own, progress, AttackCatalogue.tunings());
        Sum sum = stack.during(Part.all(), () -> new AttackRun(new Target(own), progress).run(chosen));
        return verdict(
                Stream.concat(sum.broken().stream(), sum.notTried().stream()).toList());
    }

    private static int verdict(List<String> notHeld) {
        return notHeld.isEmpty() ? 0 : 1;
    }

    private List<Attack> chosen() {
        List<Attack> all = AttackCatalogue.all();
        return arguments
                .option("only")
                .map(names -> ChosenAttacks.of(all, names))
                .orElse(all);
    }
}
