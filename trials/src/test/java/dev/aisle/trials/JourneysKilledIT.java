package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.chaos.JourneyCrash;
import dev.aisle.local.chaos.JourneysKilled;
import dev.aisle.local.chaos.JourneysKilled.Found;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** campaign-service is ended at each named point between an event and its message. */
@Tag("night")
class JourneysKilledIT {
    @Test
    void whoOrdersIsThankedOnceWhereverTheServiceDies() throws InterruptedException {
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/journeys"), new PortPlan(27480));

        Found found = new JourneysKilled(layout, new Progress(System.out), 20).run();

        System.out.println(found);
        assertThat(found.crashes()).isEqualTo(JourneyCrash.values().length);
        assertThat(found.lost()).isZero();
        assertThat(found.doubled()).isZero();
    }
}
