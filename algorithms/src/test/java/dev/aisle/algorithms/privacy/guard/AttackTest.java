package dev.aisle.algorithms.privacy.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.Attackers.Answers;
import dev.aisle.algorithms.privacy.guard.Attackers.Attacker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether attackers with 1,000 questions to all services that publish numbers guess one fact of one person; a fair coin decides whether it holds. */
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
    @ValueSource(doubles = {10, 17})
    void withTheGuardNoAttackerGuessesTenPercentagePointsBetterThanChance(double deviation) {
        GuardLevel level = new GuardLevel(20, deviation);
        for (Map.Entry<String, Attacker> attacker : Attackers.OF_COUNTS.entrySet()) {
            double right = share((fact, random) -> attacker.getValue().evidence(guarded(level, fact, random), random));

            assertThat(right)
                    .as("%s, noise of %s", attacker.getKey(), deviation)
                    .isLessThan(0.6);
        }
    }

    @Test
    void noAttackerLearnsMoreByMixingThePathsOfAllServices() {
        assertThat(share((fact, random) -> {
                    List<QuestionGuard> guards = suite(GuardLevel.DEFAULT, random);
                    return Attackers.mixes(guarded(GuardLevel.DEFAULT, guards, fact), guards, fact, random);
                }))
                .isLessThan(0.6);
    }

    @Test
    void noAttackerLearnsMoreFromPartsAndTheirWhole() {
        assertThat(share((fact, random) -> Attackers.sumsParts(suite(GuardLevel.DEFAULT, random), fact, random)))
                .isLessThan(0.6);
    }

    @Test
    void noAttackerLearnsWhetherSomebodyPaidTheLargestAmountThatCounts() {
        assertThat(share((fact, random) -> Attackers.readsAmounts(suite(GuardLevel.DEFAULT, random), fact, random)))
                .isLessThan(0.6);
    }

    @Test
    void noAttackerLearnsFromTwoReportsWhetherSomebodyCameAndPaid() {
        assertThat(share(Attackers::subtractsReports)).isGreaterThan(0.99);
        assertThat(share((fact, random) -> Attackers.readsReports(
                        new QuestionGuard(GuardLevel.DEFAULT, new MemoryReleases(), random), fact, random)))
                .isLessThan(0.6);
    }

    /** Why the noise belongs to the question: with noise of the set, equal answers tell that nobody was added. */
    @Test
    void withNoiseThatSticksToTheSetOfPeopleTheAttackerWhoComparesKnows() {
        double right = share((fact, random) -> {
            long key = random.nextLong();
            Answers bySet = (_, _, set, known, victimToo) -> {
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
        return (_, _, _, known, victimToo) -> {
            int people = known + (fact && victimToo ? 1 : 0);
            return people < GuardLevel.DEFAULT.k() ? Double.NaN : people;
        };
    }

    /** A guard a service: each has its own memory and its own day of the reader. */
    private static List<QuestionGuard> suite(GuardLevel level, RandomGenerator random) {
        return Stream.generate(() -> new QuestionGuard(level, new MemoryReleases(), random))
                .limit(GuardLevel.SERVICES)
                .toList();
    }

    private static Answers guarded(GuardLevel level, boolean fact, RandomGenerator random) {
        return guarded(level, suite(level, random), fact);
    }

    private static Answers guarded(GuardLevel level, List<QuestionGuard> guards, boolean fact) {
        return new Answers() {
            @Override
            public GuardLevel level() {
                return level;
            }

            @Override
            public double people(int service, String text, String set, int known, boolean victimToo) {
                Question question = Question.people(text, known + (fact && victimToo ? 1 : 0));
                return guards.get(service).ask("reader", question, NOW) instanceof Answer.Shown shown
                        ? shown.people()
                        : Double.NaN;
            }

            @Override
            public int left(int service) {
                return guards.get(service).left("reader", NOW);
            }
        };
    }
}
