package dev.aisle.local.attacks;

import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.util.List;

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

    /** Returns 0 when every promise held, else 1. */
    public int run() {
        arguments.allow("attacks", "running", "port-base", "home", "only", "dry-run");
        List<Attack> chosen = chosen();
        if (arguments.has("dry-run")) {
            chosen.forEach(attack -> progress.say(String.format("%-28s %s", attack.name(), attack.promise())));
            return 0;
        }
        if (arguments.has("running")) {
            return verdict(new AttackRun(new Target(layout), progress).run(chosen));
        }
        Layout own = new Layout(
                layout.project(),
                layout.home().resolve("attacks"),
                new PortPlan(arguments.number("port-base", PORT_BASE)));
        Stack stack = new Stack(own, progress, AttackCatalogue.tunings());
        return verdict(stack.during(Part.all(), () -> new AttackRun(new Target(own), progress).run(chosen)));
    }

    private static int verdict(List<String> broken) {
        return broken.isEmpty() ? 0 : 1;
    }

    private List<Attack> chosen() {
        List<Attack> all = AttackCatalogue.all();
        List<String> names = arguments
                .option("only")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        for (String name : names) {
            if (all.stream().noneMatch(attack -> attack.name().equals(name))) {
                throw new CommandFailure(
                        "--only: there is no attack \"" + name + "\". ./aisle trials --attacks --dry-run lists them.");
            }
        }
        return all.stream()
                .filter(attack -> names.isEmpty() || names.contains(attack.name()))
                .toList();
    }
}
