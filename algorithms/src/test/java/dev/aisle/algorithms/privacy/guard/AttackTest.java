package dev.aisle.algorithms.privacy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.Attackers.Answers;
import dev.aisle.algorithms.privacy.guard.Attackers.Attacker;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether attackers with 1,000 questions guess one fact of one person; a fair coin decides whether it holds. */
class AttackTest {
    static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final int PEOPLE = 5_000;

    private interface Trial {
        double evidence(boolean fact, RandomGenerator random);
    }

    @Test
    void withoutTheGuardEveryAttackerKnows() {
        for (Map.Entry<String, Attacker> attacker : Attackers.OF_COUNTS.entrySet()) {
            double right = share((fact, random) -> attacker.getValue().evidence(exact(fact), random));

            assertThat(right).as(attacker.getKey()).isGreaterThan(0.99);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 20})
    void withTheGuardNoAttackerGuessesTenPercentagePointsBetterThanChance(double deviation) {
        GuardLevel level = new GuardLevel(20, deviation);
        for (Map.Entry<String, Attacker> attacker : Attackers.OF_COUNTS.entrySet()) {
            double right = share((fact, random) -> attacker.getValue()
                    .evidence(guarded(new QuestionGuard(level, new MemoryReleases(), random), fact), random));

            assertThat(right)
                    .as("%s, noise of %s", attacker.getKey(), deviation)
                    .isLessThan(0.6);
        }
    }

    @Test
    void noAttackerLearnsMoreFromPartsAndTheirWhole() {
        assertThat(share((fact, random) -> Attackers.sumsParts(
                        new QuestionGuard(GuardLevel.DEFAULT, new MemoryReleases(), random), fact, random)))
                .isLessThan(0.6);
    }

    @Test
    void noAttackerLearnsWhetherSomebodyPaidTheLargestAmountThatCounts() {
        assertThat(share((fact, random) -> Attackers.readsAmounts(
                        new QuestionGuard(GuardLevel.DEFAULT, new MemoryReleases(), random), fact, random)))
                .isLessThan(0.6);
    }

    /** Why the noise belongs to the question: with noise of the set, equal answers tell that nobody was added. */
    @Test
    void withNoiseThatSticksToTheSetOfPeopleTheAttackerWhoComparesKnows() {
        double right = share((fact, random) -> {
            long key = random.nextLong();
            Answers bySet = (_, set, known, victimToo) -> {
                int people = known + (fact && victimToo ? 1 : 0);
                Random noise = new Random(key ^ ((long) set.hashCode() << 32 | people));
                return Math.rint((people + 5 * noise.nextGaussian()) / 5) * 5;
            };
            return Attackers.compares(bySet, random);
        });

        assertThat(right).isGreaterThan(0.99);
    }

    private static double share(Trial trial) {
        SplittableRandom random = new SplittableRandom(20_261_201);
        double right = 0;
        for (int i = 0; i < PEOPLE; i++) {
            boolean fact = random.nextBoolean();
            double evidence = trial.evidence(fact, random);
            right += evidence == 0 ? 0.5 : evidence > 0 == fact ? 1 : 0;
        }
        return right / PEOPLE;
    }

    /** As it was: exact, and nothing below k. */
    private static Answers exact(boolean fact) {
        return (_, _, known, victimToo) -> {
            int people = known + (fact && victimToo ? 1 : 0);
            return people < GuardLevel.DEFAULT.k() ? Double.NaN : people;
        };
    }

    private static Answers guarded(QuestionGuard guard, boolean fact) {
        return (text, _, known, victimToo) ->
                guard.ask("reader", Question.people(text, known + (fact && victimToo ? 1 : 0)), NOW)
                                instanceof Answer.Shown shown
                        ? shown.people()
                        : Double.NaN;
    }
}
