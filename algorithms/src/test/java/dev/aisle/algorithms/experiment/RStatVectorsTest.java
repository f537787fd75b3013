package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.special.Gamma;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Test;

/** R's figures: of our own statistics, and of those that we take from Hipparchus. */
class RStatVectorsTest {
    private static final JsonNode R = Vectors.json("experiments/r_stat_vectors.json");
    private static final Offset<Double> CLOSE = within(1e-9);

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double[] numbers(String test, String field) {
        return numbers(R.get(test).get(field));
    }

    private static double number(String test, String field) {
        return R.get(test).get(field).asDouble();
    }

    private static Arm arm(double[] values) {
        return Arm.of(new Sums(
                values.length,
                Arrays.stream(values).sum(),
                Arrays.stream(values).map(x -> x * x).sum()));
    }

    @Test
    void welchAndStudent() {
        double[] x = numbers("welch_sleep", "x");
        double[] y = numbers("welch_sleep", "y");
        Effect effect = Effect.of(arm(x), arm(y), Difference.ABSOLUTE).orElseThrow();

        Verdict verdict = FixedHorizon.of(effect, 0.05, Alternative.TWO_SIDED);

        assertThat(effect.value() / effect.error()).isCloseTo(number("welch_sleep", "statistic"), CLOSE);
        assertThat(effect.freedom()).isCloseTo(number("welch_sleep", "df"), CLOSE);
        assertThat(verdict.p()).isCloseTo(number("welch_sleep", "p"), CLOSE);
        assertThat(new double[] {verdict.low(), verdict.high()}).containsExactly(numbers("welch_sleep", "conf"), CLOSE);
        assertThat(new TTest().homoscedasticTTest(x, y)).isCloseTo(number("student_sleep", "p"), CLOSE);
    }

    @Test
    void shares() {
        Proportions four = Proportions.of(numbers("prop_test", "x"), numbers("prop_test", "n"), false);
        assertThat(four.statistic()).isCloseTo(number("prop_test", "X2"), CLOSE);
        assertThat(four.p()).isCloseTo(number("prop_test", "p"), CLOSE);

        for (String name : new String[] {"prop2_corrected", "prop2_uncorrected"}) {
            boolean corrected = name.equals("prop2_corrected");
            double[] yes = numbers(name, "x");
            double[] n = numbers(name, "n");
            assertThat(Proportions.of(yes, n, corrected).statistic()).isCloseTo(number(name, "X2"), CLOSE);
            assertThat(Proportions.of(yes, n, corrected).p()).isCloseTo(number(name, "p"), CLOSE);
            assertThat(Proportions.interval(yes, n, 0.95, corrected)).containsExactly(numbers(name, "conf"), CLOSE);
        }
    }

    @Test
    void smallCounts() {
        assertThat(SmallCounts.fisher(3, 1, 1, 3)).isCloseTo(number("fisher", "p_two"), CLOSE);
        assertThat(SmallCounts.fisherGreater(3, 1, 1, 3)).isCloseTo(number("fisher", "p_greater"), CLOSE);
        assertThat(SmallCounts.binomial(682, 925, 0.75)).isCloseTo(number("binom", "p"), CLOSE);
        assertThat(SmallCounts.binomialInterval(682, 925, 0.95)).containsExactly(numbers("binom", "conf"), CLOSE);
        double p = number("poisson", "p");
        assertThat(SmallCounts.poisson(137, 24.19893, 1)).isCloseTo(p, within(1e-9 * p));
        assertThat(SmallCounts.poissonInterval(137, 24.19893, 0.95)).containsExactly(numbers("poisson", "conf"), CLOSE);
    }

    @Test
    void planned() {
        assertThat(ClassicalPower.unitsOfShares(0.5, 0.75, 0.05, 0.9))
                .isCloseTo(number("power_prop", "n"), within(1e-3));
        assertThat(ClassicalPower.unitsOfShares(0.1, 0.11, 0.05, 0.8))
                .isCloseTo(number("power_prop2", "n"), within(1e-3));
        assertThat(ClassicalPower.powerOfShares(50, 0.5, 0.75, 0.05)).isCloseTo(number("power_prop3", "power"), CLOSE);
        assertThat(ClassicalPower.powerOfMeans(20, 1, 1, 0.05)).isCloseTo(number("power_t", "power"), CLOSE);
        assertThat(ClassicalPower.unitsOfMeans(1, 1, 0.05, 0.9)).isCloseTo(number("power_t2", "n"), within(1e-3));
    }

    @Test
    void adjusted() {
        double[] p = numbers("p_adjust", "p");
        assertThat(Multiplicity.HOLM_BONFERRONI.adjust(p)).containsExactly(numbers("p_adjust", "holm"), CLOSE);
        assertThat(Multiplicity.HOCHBERG_BONFERRONI.adjust(p)).containsExactly(numbers("p_adjust", "hochberg"), CLOSE);
        assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjust(p)).containsExactly(numbers("p_adjust", "bh"), CLOSE);
        assertThat(Multiplicity.BENJAMINI_YEKUTIELI.adjust(p)).containsExactly(numbers("p_adjust", "by"), CLOSE);
    }

    @Test
    void whatHipparchusGives() {
        long[][] table = R.get("chisq")
                .get("table")
                .valueStream()
                .map(row -> row.valueStream().mapToLong(JsonNode::asLong).toArray())
                .toArray(long[][]::new);
        assertThat(new ChiSquareTest().chiSquare(table)).isCloseTo(number("chisq", "X2"), CLOSE);
        assertThat(new ChiSquareTest().chiSquareTest(table)).isCloseTo(number("chisq", "p"), CLOSE);
        double[] x = numbers("mann_whitney", "x");
        double[] y = numbers("mann_whitney", "y");
        // Hipparchus' U is the greater of the two; R's W is that of x.
        assertThat(new MannWhitneyUTest().mannWhitneyU(x, y)).isIn(35.0, x.length * y.length - 35.0);
        assertThat(new MannWhitneyUTest().mannWhitneyUTest(x, y, true))
                .isCloseTo(2 * number("mann_whitney", "p_greater_exact"), CLOSE);
    }

    @Test
    void distributions() {
        JsonNode dist = R.get("dist");
        assertThat(new TDistribution(7.3).cumulativeProbability(2.1))
                .isCloseTo(dist.at("/pt/p").asDouble(), CLOSE);
        double[] freedom = numbers(dist.at("/qt/df"));
        double[] quantiles = numbers(dist.at("/qt/q"));
        for (int n = 0; n < freedom.length; n++) {
            assertThat(new TDistribution(freedom[n]).inverseCumulativeProbability(0.975))
                    .isCloseTo(quantiles[n], within(1e-8));
        }
        double[] far = numbers(dist.at("/pnorm_tail/q"));
        double[] tails = numbers(dist.at("/pnorm_tail/p"));
        for (int n = 0; n < far.length; n++) {
            assertThat(new NormalDistribution().cumulativeProbability(far[n]))
                    .isCloseTo(tails[n], within(1e-9 * tails[n]));
        }
        assertThat(1 - new ChiSquaredDistribution(1).cumulativeProbability(3.84))
                .isCloseTo(dist.at("/pchisq_upper/p/0").asDouble(), CLOSE);
        double[] squares = numbers(dist.at("/pchisq_upper/q"));
        double[] degrees = numbers(dist.at("/pchisq_upper/df"));
        double[] upper = numbers(dist.at("/pchisq_upper/p"));
        for (int n = 0; n < squares.length; n++) {
            assertThat(Gamma.regularizedGammaQ(degrees[n] / 2, squares[n] / 2))
                    .isCloseTo(upper[n], within(1e-9 * upper[n]));
        }
        double[] shares = numbers(dist.at("/qbeta/p"));
        double[] places = numbers(dist.at("/qbeta/q"));
        for (int n = 0; n < shares.length; n++) {
            assertThat(new BetaDistribution(43, 63).inverseCumulativeProbability(shares[n]))
                    .isCloseTo(places[n], CLOSE);
        }
        assertThat(new GammaDistribution(2.5, 1 / 1.2).cumulativeProbability(3))
                .isCloseTo(dist.at("/pgamma/p").asDouble(), CLOSE);
        double[] lgamma = numbers(dist.at("/lgamma/y"));
        double[] at = numbers(dist.at("/lgamma/x"));
        for (int n = 0; n < at.length; n++) {
            assertThat(Gamma.logGamma(at[n])).isCloseTo(lgamma[n], within(1e-12 * Math.max(1, lgamma[n])));
        }
        double[] digamma = numbers(dist.at("/digamma/y"));
        double[] where = numbers(dist.at("/digamma/x"));
        for (int n = 0; n < where.length; n++) {
            // Hipparchus has eight digits of it.
            assertThat(Gamma.digamma(where[n])).isCloseTo(digamma[n], within(1e-8));
        }
    }
}
