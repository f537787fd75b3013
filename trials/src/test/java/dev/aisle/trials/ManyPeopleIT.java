package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.bench.people.PeopleBench;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./aisle bench people} with as many people as the chart's default says. */
@Tag("night")
class ManyPeopleIT {
    private static final int PEOPLE = 1_000_000;
    private static final double ALMOST_FULL = 0.95;

    @Test
    void theHeapOfTheChartBearsThePeopleThatItIsSaidFor() {
        var layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/people"), new PortPlan(27980));

        var seen = new PeopleBench(layout, new Progress(System.out), PEOPLE).trial();

        assertThat(seen.missed()).isLessThan(2);
        assertThat(seen.outcome().failed()).isZero();
        assertThat(seen.outcome().refused()).isZero();
        assertThat(seen.outcome().accepted()).isPositive();
        assertThat(seen.full()).isLessThan(ALMOST_FULL);
    }
}
