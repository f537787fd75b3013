package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.experiment.Posterior.Prior;
import org.junit.jupiter.api.Test;

/** Values that GrowthBook's own tests state, to the digits printed, and re-derived ones to nine. */
class EffectVectorsTest {
    private static final double PRINTED = 5e-6;

    private static JsonNode vector(String id) {
        return Vectors.json("experiments/gbstats_vectors.json")
                .get("tests")
                .valueStream()
                .filter(test -> test.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Sums sums(JsonNode arm, String prefix) {
        return new Sums(
                arm.get("n").asLong(),
                arm.get(prefix + "sum").asDouble(),
                arm.get(prefix + "sum_squares").asDouble());
    }

    private static Effect effect(JsonNode test, Difference difference) {
        return Effect.of(Arm.of(sums(test.get("treatment"), "")), Arm.of(sums(test.get("control"), "")), difference)
                .orElseThrow();
    }

    private static long units(JsonNode test) {
        return test.get("treatment").get("n").asLong()
                + test.get("control").get("n").asLong();
    }

    private static void assertInterval(Verdict verdict, JsonNode expected, double tolerance) {
        assertThat(verdict.low()).isCloseTo(expected.get(0).asDouble(), within(tolerance));
        if (expected.get(1).isNull()) {
            assertThat(verdict.high()).isInfinite();
        } else {
            assertThat(verdict.high()).isCloseTo(expected.get(1).asDouble(), within(tolerance));
        }
    }

    @Test
    void welchOfMeans() {
        JsonNode test = vector("ttest_mean_absolute");
        Effect effect = effect(test, Difference.ABSOLUTE);

        Verdict verdict = FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED);

        JsonNode full = test.get("full");
        assertThat(effect.error()).isCloseTo(full.get("se").asDouble(), within(1e-12));
        assertThat(effect.freedom()).isCloseTo(full.get("df").asDouble(), within(1e-6));
        assertInterval(verdict, full.get("ci"), 1e-9);
        assertThat(verdict.p()).isCloseTo(full.get("p").asDouble(), within(1e-9));
    }

    @Test
    void oneSided() {
        JsonNode expected = vector("one_sided_greater_rel").get("expected");
        Effect effect = effect(vector("one_sided_greater_rel"), Difference.RELATIVE);

        Verdict verdict = FixedHorizon.of(effect, 0.05, Alternative.GREATER);

        assertThat(effect.value()).isCloseTo(expected.get("expected").asDouble(), within(1e-12));
        assertInterval(verdict, expected.get("ci"), 1e-9);
        assertThat(verdict.p()).isCloseTo(expected.get("p").asDouble(), within(1e-9));
        assertThat(FixedHorizon.of(effect, 0.05, Alternative.LESSER).p()).isCloseTo(1 - verdict.p(), within(1e-12));
    }

    @Test
    void atEveryLook() {
        JsonNode test = vector("sequential_two_sided_tuning1000");
        Verdict verdict = new ConfidenceSequence(0.05, 1000, Alternative.TWO_SIDED)
                .of(effect(test, Difference.RELATIVE), units(test));
        assertInterval(verdict, test.get("full").get("ci"), 1e-9);
        assertThat(verdict.p()).isEqualTo(1);

        JsonNode oneSided = vector("seq_one_sided_greater_rel");
        Verdict greater = new ConfidenceSequence(0.05, 5000, Alternative.GREATER)
                .of(effect(oneSided, Difference.RELATIVE), units(oneSided));
        assertInterval(greater, oneSided.get("expected").get("ci"), 1e-9);
        assertThat(greater.p()).isCloseTo(0.4999, within(1e-3));
    }

    @Test
    void everyMethodOnTheSameCounts() {
        JsonNode test = vector("count_freq_bayes_seq");
        JsonNode expected = test.get("expected");
        Effect effect = effect(test, Difference.RELATIVE);
        Posterior belief = Posterior.after(effect, null);
        Verdict anytime = new ConfidenceSequence(0.05, 600, Alternative.TWO_SIDED).of(effect, units(test));

        assertThat(FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED).p())
                .isCloseTo(expected.get("p").asDouble(), within(1e-9));
        assertThat(belief.chanceToWin()).isCloseTo(expected.get("chanceToWin").asDouble(), within(1e-9));
        assertThat(belief.riskOfTreatment())
                .isCloseTo(expected.get("risk_treatment").asDouble(), within(1e-9));
        assertThat(anytime.p())
                .isCloseTo(expected.get("sequential_tuning600").get("p").asDouble(), within(1e-9));
        assertThat(anytime.low())
                .isCloseTo(expected.get("sequential_tuning600").get("ci_lower").asDouble(), within(1e-9));
    }

    @Test
    void beliefsOfProportionsAndOfMeansWithAPrior() {
        JsonNode flat = vector("bayes_flat_proportion");
        Posterior belief = Posterior.after(
                Effect.of(Arm.ofYes(100, 51), Arm.ofYes(100, 49), Difference.RELATIVE)
                        .orElseThrow(),
                null);
        assertBelief(belief, flat.get("full"));

        JsonNode informed = vector("bayes_informative_mean");
        assertBelief(Posterior.after(effect(informed, Difference.RELATIVE), new Prior(0.1, 0.1)), informed.get("full"));
        assertThat(new Posterior(0.01, 4.5e-9).riskOfControl()).isCloseTo(0.01, within(1e-12));
        assertThat(new Posterior(0.01, 4.5e-9).riskOfTreatment()).isZero();
    }

    private static void assertBelief(Posterior belief, JsonNode full) {
        assertThat(belief.mean()).isCloseTo(full.get("expected").asDouble(), within(1e-12));
        assertThat(belief.deviation()).isCloseTo(full.get("sd").asDouble(), within(1e-12));
        assertThat(belief.interval(0.95)[0]).isCloseTo(full.get("ci").get(0).asDouble(), within(1e-9));
        assertThat(belief.interval(0.95)[1]).isCloseTo(full.get("ci").get(1).asDouble(), within(1e-9));
        assertThat(belief.chanceToWin()).isCloseTo(full.get("chanceToWin").asDouble(), within(1e-9));
        assertThat(belief.riskOfControl()).isCloseTo(full.get("risk").get(0).asDouble(), within(1e-9));
        assertThat(belief.riskOfTreatment()).isCloseTo(full.get("risk").get(1).asDouble(), within(1e-9));
    }

    private static CovariateSums covariate(JsonNode arm) {
        return new CovariateSums(
                sums(arm, ""), sums(arm, "cov_"), arm.get("sum_product").asDouble());
    }

    @Test
    void cupedIsExactAndAlsoAsTheReferenceHasIt() {
        JsonNode test = vector("cuped_mean_count");
        CovariateSums treated = covariate(test.get("treatment"));
        CovariateSums control = covariate(test.get("control"));

        Effect exact = Cuped.of(treated, control, Difference.RELATIVE, RelativeVariance.EXACT)
                .orElseThrow();
        Effect reference = Cuped.of(treated, control, Difference.RELATIVE, RelativeVariance.PLUGGED_IN)
                .orElseThrow();

        assertThat(exact.value()).isCloseTo(-0.281707154, within(1e-9));
        assertThat(FixedHorizon.of(reference, 0.05, Alternative.TWO_SIDED).p())
                .isCloseTo(test.get("expected").get("p").asDouble(), within(1e-9));
        assertThat(FixedHorizon.of(exact, 0.05, Alternative.TWO_SIDED).p()).isCloseTo(0.0033746, within(5e-8));
    }

    @Test
    void theSlopeIsThatOfBothArmsOfAComparison() {
        CovariateSums arm = new CovariateSums(new Sums(4, 11, 39), new Sums(4, 23.7, 485.15), 71.6);
        assertThat(arm.plus(arm).slope())
                .isCloseTo(vector("cuped_theta").get("expected").get("theta").asDouble(), within(PRINTED));

        JsonNode arms = vector("cuped_three_arm_stddev").get("arms");
        JsonNode deviations = vector("cuped_three_arm_stddev").get("expected").get("adj_stddev");
        CovariateSums control = covariate(arms.get(0));
        for (int arm1 = 1; arm1 < 3; arm1++) {
            CovariateSums treated = covariate(arms.get(arm1));
            double slope = control.plus(treated).slope();
            assertThat(Math.sqrt(treated.adjusted(slope).variance()))
                    .isCloseTo(deviations.get(arm1).asDouble(), within(1e-9));
        }
    }

    @Test
    void powerAndWhatCanBeSeen() {
        JsonNode metric =
                Vectors.json("experiments/gbstats_vectors.json").get("power").get("mean_metric");
        double variance = Math.pow(metric.get("sd").asDouble(), 2);
        double each = metric.get("n_total").asDouble() / 3;
        Power fixed = new Power(10, variance, each, 0.05, null);
        Power anytime = new Power(10, variance, each, 0.05, 5000.0);

        assertThat(fixed.of(0.05)).isCloseTo(metric.get("power").asDouble(), within(PRINTED));
        assertThat(fixed.minimumDetectableEffect(0.8))
                .isCloseTo(metric.get("mde_80").asDouble(), within(PRINTED));
        assertThat(fixed.of(fixed.minimumDetectableEffect(0.8))).isCloseTo(0.8, within(1e-6));
        assertThat(anytime.of(0.05))
                .isCloseTo(metric.get("power_sequential_tuning5000").asDouble(), within(PRINTED));
        assertThat(anytime.minimumDetectableEffect(0.8))
                .isCloseTo(metric.get("mde_sequential").asDouble(), within(PRINTED));
    }

    @Test
    void powerByWeek() {
        JsonNode weekly =
                Vectors.json("experiments/gbstats_vectors.json").get("power").get("weekly");
        for (int week = 0; week < 9; week++) {
            double each = 1500.0 * (week + 1);
            Power clicks = Power.ofRate(0.1, each, 0.05, null);
            Power revenue = new Power(0.1, 0.5, each, 0.05, null);
            JsonNode power = weekly.get("power_by_week_interleaved");
            JsonNode effects = weekly.get("mde_by_week_interleaved");
            JsonNode sequential = weekly.get("sequential_power");

            assertThat(clicks.of(0.05)).isCloseTo(power.get(2 * week).asDouble(), within(PRINTED));
            assertThat(revenue.of(0.3)).isCloseTo(power.get(2 * week + 1).asDouble(), within(PRINTED));
            assertThat(clicks.minimumDetectableEffect(0.8))
                    .isCloseTo(effects.get(2 * week).asDouble(), within(PRINTED));
            assertThat(revenue.minimumDetectableEffect(0.8))
                    .isCloseTo(effects.get(2 * week + 1).asDouble(), within(PRINTED));
            assertThat(Power.ofRate(0.1, each, 0.05, 5000.0).of(0.05))
                    .isCloseTo(sequential.get(2 * week).asDouble(), within(PRINTED));
        }
    }

    @Test
    void nothingToCompareHasNoEffect() {
        Arm none = Arm.of(Sums.NONE);
        Arm one = Arm.of(new Sums(1, 3, 9));
        Arm constant = Arm.of(new Sums(10, 20, 40));
        Arm zero = Arm.of(new Sums(10, 0, 0));
        Arm varied = Arm.of(new Sums(10, 20, 60));

        assertThat(Effect.of(none, varied, Difference.ABSOLUTE)).isEmpty();
        assertThat(Effect.of(varied, one, Difference.ABSOLUTE)).isEmpty();
        assertThat(Effect.of(constant, constant, Difference.RELATIVE)).isEmpty();
        assertThat(Effect.of(varied, zero, Difference.RELATIVE)).isEmpty();
        assertThat(Effect.of(varied, zero, Difference.ABSOLUTE)).isPresent();
        assertThat(new RatioSums(new Sums(3, 3, 5), new Sums(3, 0, 0), 0).arm().variance())
                .isZero();
        assertThat(Power.ofRate(0.1, 2, 0.05, null).minimumDetectableEffect(0.8))
                .isNaN();
    }
}
