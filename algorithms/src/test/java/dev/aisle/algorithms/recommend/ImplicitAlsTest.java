package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImplicitAlsTest {
    private static ImplicitAls of(int iterations, int threads) {
        return new ImplicitAls(6, iterations, 2f, 0.05f, 1f, 7, threads);
    }

    private static AlsTraining.Factors factors(Interactions shop, ImplicitAls als) {
        return new AlsTraining(shop, als, als.ridge(shop), Progress.NONE).run();
    }

    @Property(tries = 30)
    void theObjectiveNeverIncreases(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        List<Double> objectives = new ArrayList<>();

        for (int iterations = 1; iterations <= 8; iterations++) {
            ImplicitAls als = of(iterations, 1);
            objectives.add(objective(shop, als, factors(shop, als)));
        }

        for (int i = 1; i < objectives.size(); i++) {
            assertThat(objectives.get(i)).isLessThanOrEqualTo(objectives.get(i - 1) * (1 + 1e-6));
        }
    }

    @Property(tries = 30)
    void conjugateStepsEndWhereTheExactSolverEnds(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        ImplicitAls exact = of(60, 1);
        ImplicitAls steps = exact.with(new AlsSolver(3));

        double reached = objective(shop, steps, factors(shop, steps));

        assertThat(reached).isCloseTo(objective(shop, exact, factors(shop, exact)), withinPercentage(0.5));
    }

    @Property(tries = 30)
    void conjugateStepsNeverRaiseTheObjective(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        double before = Double.POSITIVE_INFINITY;

        for (int iterations = 1; iterations <= 8; iterations++) {
            ImplicitAls als = of(iterations, 1).with(new AlsSolver(2));
            double objective = objective(shop, als, factors(shop, als));

            assertThat(objective).isLessThanOrEqualTo(before * (1 + 1e-6));
            before = objective;
        }
    }

    private static double objective(Interactions shop, ImplicitAls als, AlsTraining.Factors f) {
        ImplicitAls.Ridge ridge = als.ridge(shop);
        double sum = 0;
        for (int u = 0; u < shop.userCount(); u++) {
            for (int i = 0; i < shop.itemCount(); i++) {
                double score = dot(f.users(), u, f.items(), i, als.rank());
                sum += ridge.unobserved() * score * score;
            }
            for (int p = shop.start(u); p < shop.start(u + 1); p++) {
                double score = dot(f.users(), u, f.items(), shop.item(p), als.rank());
                sum += shop.weight(p) * (1 - score) * (1 - score);
            }
            sum += ridge.of(shop.countOf(u), shop.itemCount()) * dot(f.users(), u, f.users(), u, als.rank());
        }
        int[] counts = shop.usersPerItem();
        for (int i = 0; i < counts.length; i++) {
            sum += ridge.of(counts[i], shop.userCount()) * dot(f.items(), i, f.items(), i, als.rank());
        }
        return sum;
    }

    private static double dot(float[] a, int row, float[] b, int other, int rank) {
        double sum = 0;
        for (int f = 0; f < rank; f++) {
            sum += (double) a[row * rank + f] * b[other * rank + f];
        }
        return sum;
    }

    @Property(tries = 20)
    void foldingInAPersonOfTheTrainingGivesAboutThatPersonsFactor(
            @ForAll long seed, @ForAll @IntRange(max = 39) int user) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        ImplicitAls als = of(400, 1);
        AlsTraining.Factors trained = factors(shop, als);
        AlsModel model = als.fit(shop, Progress.NONE);

        float[] folded = model.fold(shop.history(user));

        for (int i = 0; i < 25; i++) {
            assertThat(dot(folded, 0, trained.items(), i, 6))
                    .isCloseTo(dot(trained.users(), user, trained.items(), i, 6), within(2e-2));
        }
    }

    @Property(tries = 10)
    void theModelIsTheSameOnAnyNumberOfThreads(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 500, 300);

        for (AlsSolver solver : List.of(AlsSolver.EXACT, new AlsSolver(3))) {
            assertThat(of(3, 3).with(solver).fit(shop, Progress.NONE).itemFactors())
                    .isEqualTo(of(3, 1).with(solver).fit(shop, Progress.NONE).itemFactors());
        }
    }

    @Property(tries = 50)
    void whatTheHistoryAddsSumsToTheScore(@ForAll long seed) {
        Interactions shop = RandomShop.of(seed, 40, 25);
        AlsModel model = of(4, 1).fit(shop, Progress.NONE);
        History history = shop.history(3);
        float[] scores = new float[25];

        model.score(history, scores);

        for (int item = 0; item < 25; item++) {
            float sum = 0;
            for (float addend : model.contributions(history, item)) {
                sum += addend;
            }
            assertThat(sum).isCloseTo(scores[item], within(1e-4f));
        }
    }

    @Test
    void whoIsGoneLeavesNoTrace() {
        Interactions with = RandomShop.of(5, 30, 20);
        InteractionsBuilder without = Interactions.collect(29, 20);
        InteractionsBuilder never = Interactions.collect(29, 20);
        for (int user = 0; user < 29; user++) {
            for (int p = with.start(user); p < with.start(user + 1); p++) {
                without.add(user, with.item(p), with.weight(p));
                never.add(user, with.item(p), with.weight(p));
            }
        }

        AlsModel retrained = of(5, 2).fit(without.build(), Progress.NONE);

        assertThat(retrained.itemFactors())
                .isEqualTo(of(5, 2).fit(never.build(), Progress.NONE).itemFactors())
                .isNotEqualTo(of(5, 2).fit(with, Progress.NONE).itemFactors());
    }

    @Test
    void someoneNewAndUnknownItemsScoreZeroAndNothingElse() {
        AlsModel model = of(3, 1).fit(RandomShop.of(1, 20, 10), Progress.NONE);
        float[] scores = new float[10];

        model.score(History.empty(), scores);
        assertThat(scores).containsOnly(0f);
        model.score(History.of(10, 77), scores);
        assertThat(scores).containsOnly(0f);
    }

    @Test
    void aModelRebuiltFromItsArraysScoresTheSame() {
        AlsModel model = of(3, 1).fit(RandomShop.of(2, 20, 10), Progress.NONE);
        AlsModel rebuilt = new AlsModel(model.rank(), model.itemFactors().clone(), model.ridge());
        float[] scores = new float[10];
        float[] again = new float[10];

        model.score(History.of(1, 2), scores);
        rebuilt.score(History.of(1, 2), again);

        assertThat(again).isEqualTo(scores);
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new ImplicitAls(0, 1, 1, 1, 1, 1, 1)).hasMessageContaining("rank=0");
        assertThatThrownBy(() -> new ImplicitAls(1, 1, Float.NaN, 1, 1, 1, 1)).hasMessageContaining("unobserved=NaN");
        assertThatThrownBy(() -> new ItemKnn(0, 1, Weighting.NONE, false, 1)).hasMessageContaining("k=0");
    }
}
