package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.chaos.CrashPoint;
import dev.aisle.local.chaos.NothingLost;
import dev.aisle.local.chaos.Report;
import dev.aisle.local.chaos.Trial;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./aisle chaos}: a kill of each process and each crash point once, then it is over. */
class NothingLostIT {
    private static final int KILLS = 1;
    private static final Set<CrashPoint> POINTS = EnumSet.allOf(CrashPoint.class);

    @Test
    void whatTheDoorAcknowledgedComesOutOnceAndInOrder() {
        long seed = Long.getLong("aisle.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        Trial trial = new Trial(20_000, 500, seed, KILLS, POINTS, Duration.ofMinutes(10));
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/chaos"), new PortPlan(27080));

        Report report = new NothingLost(trial, layout, new Progress(System.out)).run();

        System.out.println(report.spoken());
        assertThat(report.findings().remarks()).as("seed " + seed).isEmpty();
        assertThat(report.findings().clean()).isTrue();
        assertThat(report.findings().acknowledged()).isGreaterThanOrEqualTo(trial.events());
        assertThat(report.crashes()).isEqualTo(POINTS.size());
        assertThat(report.kills()).hasSize(3).allMatch(kills -> kills >= KILLS);
    }
}
