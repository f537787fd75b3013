package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.chaos.ReplicaKilled;
import dev.aisle.local.chaos.ReplicaKilled.Found;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./aisle chaos --replicas}. */
@Tag("night")
class KilledReplicaIT {
    /** Far above what is seen, and far below Kafka's own 45 s. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void theOtherReplicaTakesOverSoonAndNoEventIsMissing() throws InterruptedException {
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/replicas"), new PortPlan(27680));

        Found found = new ReplicaKilled(layout, new Progress(System.out), 2).run();

        System.out.println(found);
        assertThat(found.missing()).isZero();
        assertThat(found.longest()).isLessThan(SOON);
    }
}
