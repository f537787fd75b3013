package dev.aisle.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.local.proof.ErasureProof;
import dev.aisle.local.proof.ProofReport;
import dev.aisle.local.race.Kind;
import dev.aisle.local.race.RaceReport;
import dev.aisle.local.race.RaceTrial;
import dev.aisle.local.race.WithdrawalRace;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The short forms of {@code ./aisle erasure-proof} and {@code ./aisle chaos --withdrawals} on one stack. The proof is first: a killed service's place at the broker
 * stays taken for a while, and a training would find no events.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyHoldsIT {
    private static final Layout LAYOUT =
            new Layout(Path.of("..").toAbsolutePath().normalize(), Path.of("target/privacy"), new PortPlan(27280));
    private static final Progress PROGRESS = new Progress(System.out);
    private static final Stack STACK = ErasureProof.stack(LAYOUT, PROGRESS);
    private static final long SEED =
            Long.getLong("aisle.seed", ThreadLocalRandom.current().nextInt(1_000_000));

    @BeforeAll
    static void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(STACK::down));
        STACK.down();
        STACK.wipe();
        STACK.up(Part.all());
    }

    @AfterAll
    static void stop() {
        STACK.down();
    }

    /** The bytes of every place are searched once: after the erasure, late and replayed events and the restore of an older database. Somebody who stays is found. */
    @Test
    @Order(1)
    void nothingIsLeftOfAnErasedPerson() {
        ProofReport report = new ErasureProof(LAYOUT, PROGRESS, true).on(STACK);

        assertThat(report.remarks()).isEmpty();
    }

    @Test
    @Order(2)
    void aGrantThatNobodyGaveIsFound() {
        // Of another seed, so that its people are others than those of the race below.
        RaceReport report = race(RaceTrial.wronged(SEED + 1));

        assertThat(report.violations()).isPositive();
        assertThat(report.remarks()).anyMatch(remark -> remark.startsWith(Kind.RECOMMENDATION.name()));
    }

    @Test
    @Order(3)
    void nothingIsUsedAfterAnAcknowledgedWithdrawalWhileServicesAreKilled() {
        RaceReport report = race(RaceTrial.brief(SEED));

        assertThat(report.remarks()).as("seed " + SEED).isEmpty();
        assertThat(report.violations()).isZero();
        assertThat(report.kills()).isPositive();
        assertThat(report.afterWithdrawal()).isPositive();
        assertThat(report.atOnce()).isPositive();
        assertThat(report.allowed())
                .allSatisfy((kind, times) -> assertThat(times)
                        .as("uses of kind %s while granted", kind)
                        .isPositive());
    }

    private static RaceReport race(RaceTrial trial) {
        RaceReport report = new WithdrawalRace(trial, LAYOUT, PROGRESS).on(STACK);
        System.out.println(report.spoken());
        return report;
    }
}
