package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.race.Kind;
import dev.aisle.local.race.RaceReport;
import dev.aisle.local.race.RaceTrial;
import dev.aisle.local.race.WithdrawalRace;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./aisle chaos --withdrawals}, and the proof that its checker would find a violation. */
class WithdrawalRaceIT {
    private final long seed =
            Long.getLong("aisle.seed", ThreadLocalRandom.current().nextInt(1_000_000));

    @Test
    void nothingIsUsedAfterAnAcknowledgedWithdrawalWhileServicesAreKilled() {
        RaceReport report = race(RaceTrial.brief(seed));

        assertThat(report.remarks()).as("seed " + seed).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.kills()).isPositive();
        assertThat(report.afterWithdrawal()).isPositive();
        assertThat(report.atOnce()).isPositive();
        assertThat(report.allowed())
                .allSatisfy((kind, times) -> assertThat(times)
                        .as("uses of kind %s while granted", kind)
                        .isPositive());
    }

    @Test
    void aGrantThatNobodyGaveIsFound() {
        RaceReport report = race(RaceTrial.wronged(seed));

        assertThat(report.violations()).isPositive();
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith(Kind.RECOMMENDATION.name()));
    }

    private static RaceReport race(RaceTrial trial) {
        Layout layout =
                new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/race"), new PortPlan(27280));
        RaceReport report = new WithdrawalRace(trial, layout, new Progress(System.out)).run();
        System.out.println(report.spoken());
        return report;
    }
}
