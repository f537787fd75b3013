package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.faults.Storm;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./aisle chaos --minutes}. */
@Tag("night")
class StormIT {
    private static final int MINUTES = 1;
    private static final int SHOPPERS = 60;
    private static final int EVENTS_PER_SECOND = 40;

    @Test
    void everyPromiseHoldsWhileThingsBreak() throws InterruptedException {
        Layout layout = new Layout(
                Path.of("..").toAbsolutePath().normalize(),
                Path.of("target/storm").toAbsolutePath(),
                new PortPlan(27580));
        Storm.Settings settings = new Storm.Settings(MINUTES, 1, SHOPPERS, EVENTS_PER_SECOND);

        assertThat(new Storm(settings, layout, new Progress(System.out)).run()).isEmpty();
    }
}
