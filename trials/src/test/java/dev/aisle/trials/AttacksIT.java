package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.attacks.AttackCatalogue;
import dev.aisle.local.attacks.AttackRun;
import dev.aisle.local.attacks.AttackRun.Sum;
import dev.aisle.local.attacks.Target;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code ./aisle trials --attacks} in each build. */
class AttacksIT {
    @Test
    void everyPromiseHoldsUnderAttack() {
        Layout layout = new Layout(
                Path.of("..").toAbsolutePath().normalize(),
                Path.of("target/attacks").toAbsolutePath(),
                new PortPlan(27680));
        Progress progress = new Progress(System.out);
        Stack stack = new Stack(layout, progress, AttackCatalogue.tunings());

        Sum sum =
                stack.during(Part.all(), () -> new AttackRun(new Target(layout), progress).run(AttackCatalogue.all()));

        assertThat(sum.broken()).isEmpty();
        assertThat(sum.notTried()).isEmpty();
    }
}
