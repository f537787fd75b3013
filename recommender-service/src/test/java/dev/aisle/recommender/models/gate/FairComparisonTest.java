package dev.aisle.recommender.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.Recipe.Factors;
import dev.aisle.recommender.models.domain.Recipe.Visits;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.gate.FairComparison.Judged;
import dev.aisle.recommender.models.gate.FairComparison.Rival;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Comparison;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FairComparisonTest {
    private static final TrainingSet SET = SmallShop.interactions(400).build();
    /** When the people of {@link SmallShop} begin to buy their third baskets. */
    private static final long LAST_BASKET = 2_000_000;

    private static final NonInferiority RULE = new NonInferiority(0.05);
    /** Learns little of what goes with what and so leans on popularity, which is better in this small shop. */
    private static final Recipe POPULAR = new Recipe(30, 1, 100, 1, 5, new Factors(1, 1, 1_000f, 1f, 7), Visits.OFF);

    /** Not clearly worse than {@link #POPULAR} nor as good. */
    private static final Recipe WITHOUT_VISITS =
            new Recipe(30, 100, 100, 50, 5, new Factors(32, 10, 8f, 0.05f, 20_261_125L), Visits.OFF);

    @Test
    void theFirstModelHasNothingToBeComparedWith() {
        Judged judged = comparison(Recipe.USUAL).alone();

        assertThat(judged.gate().basis()).isEqualTo(Basis.FIRST);
        assertThat(judged.gate().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged.metrics()).containsKeys("blend.ndcg@20", "ials.recall@20");
    }

    @Test
    void theServingFileIsAskedForWhatItHasNotSeen() {
        TrainedModel serving = fit(Recipe.USUAL, moment());

        Judged judged = comparison(Recipe.USUAL).beside(rival(serving, Recipe.USUAL), 20, RULE);

        assertThat(judged.gate().basis()).isEqualTo(Basis.UNSEEN);
        assertThat(judged.gate().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged.gate().comparison())
                .extracting(Comparison::low, Comparison::high)
                .containsExactly(0.0, 0.0);
        assertThat(judged.gate().people()).isEqualTo(new HoldOut(SET, moment()).size());
    }

    @Test
    void aCandidateThatLearnedFromAFloodOfBotsIsRefused() {
        TrainingSet flooded = flooded();

        GateResult gate = new FairComparison(flooded, Recipe.USUAL, new TrainingProgress())
                .beside(
                        new Rival(fit(Recipe.USUAL, LAST_BASKET), Instant.ofEpochMilli(LAST_BASKET - 1), Recipe.USUAL),
                        20,
                        RULE)
                .gate();

        assertThat(gate.basis()).isEqualTo(Basis.UNSEEN);
        assertThat(gate.verdict()).as(gate.explanation()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aCandidateBeforeAModelOfAnotherShopPasses() {
        TrainedModel ofAnybody = new Learning()
                .fit(
                        random(),
                        Long.MAX_VALUE,
                        new Name("v", Instant.EPOCH),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));

        GateResult gate = comparison(Recipe.USUAL)
                .beside(rival(ofAnybody, Recipe.USUAL), 20, RULE)
                .gate();

        assertThat(gate.verdict()).as(gate.explanation()).isEqualTo(Verdict.PASSED);
        assertThat(gate.comparison().low()).isPositive();
    }

    @Test
    void withTooFewPeopleSettingsAreComparedOnTheSamePast() {
        TrainedModel seenEverything = fit(WITHOUT_VISITS, Long.MAX_VALUE);
        Instant newest = Instant.ofEpochMilli(SET.newest());

        GateResult better = comparison(POPULAR)
                .beside(new Rival(seenEverything, newest, WITHOUT_VISITS), 20, RULE)
                .gate();
        GateResult unclear = comparison(WITHOUT_VISITS)
                .beside(new Rival(seenEverything, newest, POPULAR), 20, RULE)
                .gate();

        assertThat(better.basis()).isEqualTo(Basis.REFIT);
        assertThat(better.verdict()).as(better.explanation()).isEqualTo(Verdict.PASSED);
        assertThat(unclear.verdict()).as(unclear.explanation()).isEqualTo(Verdict.UNDECIDED);
        assertThat(unclear.comparison().difference())
                .isCloseTo(-better.comparison().difference(), within(1e-12));
    }

    @Test
    void equalSettingsOnTheSamePastAreTheSameModel() {
        Rival seenEverything =
                new Rival(fit(Recipe.USUAL, Long.MAX_VALUE), Instant.ofEpochMilli(SET.newest()), Recipe.USUAL);

        GateResult gate =
                comparison(Recipe.USUAL).beside(seenEverything, 20, RULE).gate();

        assertThat(gate.basis()).isEqualTo(Basis.SAME_SETTINGS);
        assertThat(gate.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aFileThatCannotBeReadIsNoRivalButItsSettingsAre() {
        Judged judged = comparison(Recipe.USUAL).beside(new Rival(null, Instant.EPOCH, POPULAR), 20, RULE);

        assertThat(judged.gate().basis()).isEqualTo(Basis.REFIT);
    }

    @Test
    void aModelThatKnowsFewerProductsIsAskedInItsOwnNumbers() {
        TrainedModel small = SmallShop.model(4);
        assertThat(small.itemCount()).isLessThan(SET.productIds().length);

        double[] lists = new HoldOut(SET, moment()).usualLists(small);

        // Teas and bikes are apart in what anybody does; lists in wrong numbers would mix them.
        assertThat(Arrays.stream(lists).average().orElseThrow()).isGreaterThan(0.3);
    }

    /** The same people, and many more who put anything beside anything before the last baskets. */
    private static TrainingSet flooded() {
        SplittableRandom random = new SplittableRandom(5);
        TrainingSetBuilder rows = SmallShop.interactions(400);
        for (int bot = 0; bot < 6_000; bot++) {
            for (int n = 0; n < 10; n++) {
                rows.add(
                        "x" + bot,
                        (random.nextBoolean() ? "t" : "b") + random.nextInt(10),
                        null,
                        5,
                        LAST_BASKET - 20 + n);
            }
        }
        return rows.build();
    }

    /** Four hundred people who buy teas and bikes without any preference. */
    private static TrainingSet random() {
        SplittableRandom random = new SplittableRandom(3);
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < 400; person++) {
            for (int n = 0; n < 9; n++) {
                rows.add("u" + person, (random.nextBoolean() ? "t" : "b") + random.nextInt(10), "b" + n / 3, 5, n);
            }
        }
        return rows.build();
    }

    private static long moment() {
        return SET.momentOf(0.9);
    }

    private static FairComparison comparison(Recipe recipe) {
        return new FairComparison(SET, recipe, new TrainingProgress());
    }

    private static Rival rival(TrainedModel model, Recipe recipe) {
        return new Rival(model, Instant.ofEpochMilli(moment() - 1), recipe);
    }

    private static TrainedModel fit(Recipe recipe, long until) {
        return new Learning(recipe)
                .fit(SET, until, new Name("v", Instant.EPOCH), new TrainingProgress(), new Span("fitting", 0, 1));
    }
}
