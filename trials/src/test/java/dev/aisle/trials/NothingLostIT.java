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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short forms of {@code ./aisle chaos}: a kill of each process and each chosen crash point once, then it is over. */
class NothingLostIT {
    private static final int KILLS = 1;
    private static final int EVENTS_PER_SECOND = 500;

    /** Where one side knows and the other doesn't. */
    @Test
    void whatTheDoorAcknowledgedComesOutOnceAndInOrder() {
        killedAt(
                EnumSet.of(
                        CrashPoint.DOOR_ACKNOWLEDGED_NOT_ANSWERED,
                        CrashPoint.REFINE_OFFSETS_SENT_NOT_COMMITTED,
                        CrashPoint.REFINE_COMMITTED_NOT_NOTED),
                10_000);
    }

    @Tag("night")
    @Test
    void soItDoesWhereverItCrashes() {
        killedAt(EnumSet.allOf(CrashPoint.class), 20_000);
    }

    private static void killedAt(Set<CrashPoint> points, int events) {
        long seed = Long.getLong("aisle.seed", ThreadLocalRandom.current().nextInt(1_000_000));
        Trial trial = new Trial(events, EVENTS_PER_SECOND, seed, KILLS, points, Duration.ofMinutes(10));
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/chaos"), new PortPlan(27080));

        Report report = new NothingLost(trial, layout, new Progress(System.out)).run();

        System.out.println(report.spoken());
        assertThat(report.findings().remarks()).as("seed " + seed).isEmpty();
        assertThat(report.findings().clean()).isTrue();
        assertThat(report.findings().acknowledged()).isGreaterThanOrEqualTo(trial.events());
        assertThat(report.crashes()).isEqualTo(points.size());
        assertThat(report.kills()).hasSize(3).allMatch(kills -> kills >= KILLS);
    }
}
