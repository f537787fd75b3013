package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.experiment.Posterior.Prior;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArmSumsTest {
    /** Units with money of a long tail, orders, and both before. */
    private static List<double[]> units(int n, long seed) {
        Random random = new Random(seed);
        List<double[]> units = new ArrayList<>();
        for (int unit = 0; unit < n; unit++) {
            double taste = Math.exp(1.5 * random.nextGaussian());
            int orders = random.nextInt(4);
            int earlier = random.nextInt(4);
            units.add(new double[] {
                orders * taste * (0.5 + random.nextDouble()),
                orders,
                earlier * taste * (0.5 + random.nextDouble()),
                earlier
            });
        }
        return units;
    }

    private static ArmSums summed(List<double[]> units) {
        Tally tally = new Tally();
        units.forEach(one -> tally.add(one[0], one[1], one[2], one[3]));
        return tally.sums();
    }

    @Property(tries = 50)
    void shardsMergeInAnyOrderToTheSameSums(@ForAll long seed) {
        List<double[]> units = units(2_000, seed);
        ArmSums whole = summed(units);
        Random random = new Random(seed + 1);
        List<Tally> shards = new ArrayList<>();
        for (int shard = 0; shard < 7; shard++) {
            shards.add(new Tally());
        }
        Collections.shuffle(units, random);
        units.forEach(one -> shards.get(random.nextInt(7)).add(one[0], one[1], one[2], one[3]));
        Collections.shuffle(shards, random);
        Tally merged = new Tally();
        shards.forEach(merged::add);

        ArmSums other = merged.sums();

        assertThat(other.n()).isEqualTo(whole.n());
        assertThat(other.xx()).isCloseTo(whole.xx(), within(1e-15 * whole.xx()));
        assertThat(other.xb()).isCloseTo(whole.xb(), within(1e-15 * whole.xb()));
        assertThat(other.bc()).isCloseTo(whole.bc(), within(1e-15 * whole.bc()));
        Effect one = Cuped.ofRatio(whole, summed(units(500, 1)), Difference.RELATIVE, RelativeVariance.EXACT)
                .orElseThrow();
        Effect two = Cuped.ofRatio(other, summed(units(500, 1)), Difference.RELATIVE, RelativeVariance.EXACT)
                .orElseThrow();
        assertThat(two.value()).isCloseTo(one.value(), within(1e-12));
        assertThat(two.error()).isCloseTo(one.error(), within(1e-12));
    }

    @Test
    void theyHoldMeansRatiosAndCovariates() {
        ArmSums sums = summed(units(3_000, 5));

        assertThat(sums.mean().plain()).isEqualTo(Arm.of(sums.values()));
        assertThat(sums.mean().slope()).isCloseTo(sums.covariate().slope(), within(1e-12));
        Arm ratio = sums.ratio().arm();
        assertThat(sums.shares().mean()).isCloseTo(ratio.mean(), within(1e-12));
        assertThat(sums.shares().variance()).isCloseTo(ratio.variance(), within(1e-9 * ratio.variance()));
    }

    /** The delta method's linear values, unit by unit, give what the sums give. */
    @Test
    void aRatioWithCupedIsTheDeltaMethodOfItsUnits() {
        List<double[]> units = units(4_000, 9);
        ArmSums sums = summed(units);
        double r = sums.x() / sums.y();
        double s = sums.b() / sums.c();
        Tally linear = new Tally();
        units.forEach(one -> linear.add(
                (one[0] - r * one[1]) / (sums.y() / sums.n()), 0, (one[2] - s * one[3]) / (sums.c() / sums.n()), 0));
        BeforeAfter direct = linear.sums().mean();

        BeforeAfter shares = sums.shares();

        assertThat(shares.variance()).isCloseTo(direct.variance(), within(1e-9 * direct.variance()));
        assertThat(shares.varianceBefore()).isCloseTo(direct.varianceBefore(), within(1e-9 * direct.varianceBefore()));
        assertThat(shares.covariance()).isCloseTo(direct.covariance(), within(1e-9 * direct.variance()));
        assertThat(shares.adjusted(shares.slope()).variance()).isLessThan(0.95 * shares.variance());
    }

    @Test
    void ratiosWithCupedCoverNoEffectAsOftenAsTheySay() {
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            Effect effect = Cuped.ofRatio(
                            summed(units(400, 2L * trial)),
                            summed(units(400, 2L * trial + 1)),
                            Difference.RELATIVE,
                            RelativeVariance.EXACT)
                    .orElseThrow();
            Verdict verdict = FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED);
            covered += verdict.low() <= 0 && verdict.high() >= 0 ? 1 : 0;
        }
        // 95 ± 3.3 %: three standard deviations of 400 trials.
        assertThat(covered / 400.0).isBetween(0.917, 0.983);
    }

    @Test
    void quantilesCoverNoEffectAsOftenAsTheySay() {
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            Effect effect = Effect.of(quantile(900, 2L * trial), quantile(900, 2L * trial + 1), Difference.ABSOLUTE)
                    .orElseThrow();
            Verdict verdict = FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED);
            covered += verdict.low() <= 0 && verdict.high() >= 0 ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.917, 0.983);
    }

    private static Arm quantile(int n, long seed) {
        double[] values =
                new Random(seed).doubles(n).map(u -> -Math.log(u)).sorted().toArray();
        double[] ranks = QuantileArm.ranks(n, 0.9);
        return new QuantileArm(n, at(values, 0.9), at(values, ranks[0]), at(values, ranks[1])).arm();
    }

    /** PostgreSQL's percentile_disc. */
    private static double at(double[] values, double share) {
        return values[(int) Math.max(0, Math.ceil(share * values.length) - 1)];
    }

    @Test
    void howManyMoreUnitsAnEffectNeeds() {
        JsonNode vector = Vectors.json("experiments/gbstats_vectors.json").at("/power/mid_experiment");
        Effect effect = Effect.of(arm(vector.get("treatment")), arm(vector.get("control")), Difference.RELATIVE)
                .orElseThrow();
        double variance = effect.error() * effect.error();
        JsonNode expected = vector.get("scaling_factor");

        assertNeeded(new MoreUnits(variance, 1_000, 0.05, null, null), expected.get("frequentist"));
        assertNeeded(new MoreUnits(variance, 1_000, 0.05, 5_000.0, null), expected.get("sequential_tuning5000"));
        assertNeeded(
                new MoreUnits(variance, 1_000, 0.05, null, new Prior(0.05, 0.001)),
                expected.get("bayes_prior_mean05_var001"));
        assertThat(new MoreUnits(variance, 1_000, 0.05, null, null).needed(10, 0.8))
                .isZero();
    }

    /** The reference stops as soon as its power is within a hundred-thousandth of the wanted one. */
    private static void assertNeeded(MoreUnits more, JsonNode expected) {
        assertThat(more.power(0.05, expected.asDouble())).isCloseTo(0.8, within(2e-5));
        assertThat(more.needed(0.05, 0.8)).isCloseTo(expected.asDouble(), within(2e-3 * expected.asDouble()));
    }

    private static Arm arm(JsonNode arm) {
        return Arm.of(new Sums(
                arm.get("n").asLong(),
                arm.get("sum").asDouble(),
                arm.get("sum_squares").asDouble()));
    }

    @Test
    void powerWithAPriorByWeek() {
        JsonNode weekly = Vectors.json("experiments/gbstats_vectors.json").at("/power/weekly");
        Prior prior = new Prior(
                weekly.get("bayesian_prior_mean").asDouble(),
                weekly.get("bayesian_prior_var").asDouble());
        for (int week = 0; week < 9; week++) {
            double each = 1_500.0 * (week + 1);
            assertThat(weekly(0.1, 0.09, each, 0.05, prior))
                    .isCloseTo(weekly.get("bayesian_power").get(2 * week).asDouble(), within(1e-5));
            assertThat(weekly(0.1, 0.5, each, 0.3, prior))
                    .isCloseTo(weekly.get("bayesian_power").get(2 * week + 1).asDouble(), within(1e-5));
        }
    }

    private static double weekly(double mean, double variance, double each, double effect, Prior prior) {
        double lifted = 1 + effect;
        double ofEffect = variance * (1 + lifted * lifted) / each / (mean * mean);
        return new MoreUnits(ofEffect, (long) (2 * each), 0.05, null, prior).power(effect, 0);
    }
}
