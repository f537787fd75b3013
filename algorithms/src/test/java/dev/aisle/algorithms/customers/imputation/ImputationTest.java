package dev.aisle.algorithms.customers.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.imputation.ChainedEquations.Filling;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImputationTest {
    private static final double NAN = Double.NaN;

    @Test
    void onlyCompleteRowsAreLeft() {
        double[][] rows = {{1, 2}, {NAN, 2}, {3, NAN}, {5, 6}};

        assertThat(Missing.completeRows(rows)).containsExactly(0, 3);
    }

    @Test
    void oneNumberFillsAndSaysWhichItIs() {
        double[] column = {4, NAN, 1, 1, 10};

        assertThat(Missing.byMean(column).get(1)).isEqualTo(new Filled(4, FillMethod.MEAN));
        assertThat(Missing.byMedian(column).get(1)).isEqualTo(new Filled(2.5, FillMethod.MEDIAN));
        assertThat(Missing.byMode(column).get(1)).isEqualTo(new Filled(1, FillMethod.MODE));
        assertThat(Missing.byMean(column).get(4)).isEqualTo(new Filled(10, FillMethod.OBSERVED));
    }

    @Test
    void theLineBetweenTheNeighboursFillsAndTheEndsStandStill() {
        List<Filled> filled =
                Missing.byInterpolation(new double[] {0, 1, 4, 5, 9}, new double[] {NAN, 10, NAN, 18, NAN});

        assertThat(filled)
                .containsExactly(
                        new Filled(10, FillMethod.NEAREST),
                        Filled.observed(10),
                        new Filled(16, FillMethod.LINEAR_INTERPOLATION),
                        Filled.observed(18),
                        new Filled(18, FillMethod.NEAREST));
    }

    /** A spend that depends on the age, of whom the older ones answer seldom: missing at random, not by chance. */
    private static double[][] survey(long seed, int people, double steepness) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[people][];
        for (int n = 0; n < people; n++) {
            double age = random.nextGaussian();
            double visits = Math.max(0, Math.round(3 + age + random.nextGaussian()));
            double spend = 10 + 3 * age + 2 * random.nextGaussian();
            boolean silent = random.nextDouble() < 1 / (1 + Math.exp(-steepness * age));
            rows[n] = new double[] {age, random.nextInt(10) == 0 ? NAN : visits, silent ? NAN : spend};
        }
        return rows;
    }

    private static Estimate pooledMean(Filling filling, double[][] rows, long seed) {
        List<List<List<Filled>>> tables = new ChainedEquations(filling, 10, 5, seed).fill(rows);
        double[] means = new double[tables.size()];
        double[] variances = new double[tables.size()];
        for (int table = 0; table < means.length; table++) {
            double[] spend = tables.get(table).stream()
                    .mapToDouble(row -> row.get(2).value())
                    .toArray();
            double mean = Arrays.stream(spend).average().orElseThrow();
            means[table] = mean;
            variances[table] =
                    Arrays.stream(spend).map(x -> (x - mean) * (x - mean)).sum() / (spend.length - 1.0) / spend.length;
        }
        return RubinPool.of(means, variances, rows.length - 1.0).interval(0.9);
    }

    private record Trials(double inside, double off, double leftOutOff) {
        static Trials of(Filling filling, double steepness) {
            int trials = 150;
            double inside = 0;
            double off = 0;
            double leftOutOff = 0;
            for (int trial = 0; trial < trials; trial++) {
                double[][] rows = survey(trial, 250, steepness);
                Estimate pooled = pooledMean(filling, rows, trial);
                inside += pooled.low() <= 10 && 10 <= pooled.high() ? 1.0 / trials : 0;
                off += (pooled.value() - 10) / trials;
                leftOutOff += (Arrays.stream(Missing.completeRows(rows))
                                        .mapToDouble(n -> rows[n][2])
                                        .average()
                                        .orElseThrow()
                                - 10)
                        / trials;
            }
            return new Trials(inside, off, leftOutOff);
        }
    }

    @Test
    void drawingFindsTheMeanThatLeavingOutMissesAndKnowsHowWell() {
        Trials trials = Trials.of(Filling.DRAW, 1.5);

        assertThat(trials.leftOutOff).isLessThan(-1);
        assertThat(trials.off).isCloseTo(0, within(0.06));
        assertThat(trials.inside).isBetween(0.84, 0.96);
    }

    @Test
    void matchingFindsItTooAndIsALittleTooSureWhereDonorsAreFew() {
        Trials trials = Trials.of(Filling.MATCH, 1);

        assertThat(trials.leftOutOff).isLessThan(-0.8);
        assertThat(trials.off).isCloseTo(0, within(0.12));
        assertThat(trials.inside).isBetween(0.78, 0.95);
    }

    @Property(tries = 60)
    void onlyValuesThatExistComeOutAndTheSameSeedGivesTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int people) {
        double[][] rows = survey(seed, people, 1);
        rows[0] = new double[] {0, 3, 10};

        List<List<List<Filled>>> tables = new ChainedEquations(Filling.MATCH, 2, 3, seed).fill(rows);

        assertThat(new ChainedEquations(Filling.MATCH, 2, 3, seed).fill(rows)).isEqualTo(tables);
        for (int n = 0; n < people; n++) {
            for (int column = 0; column < 3; column++) {
                Filled cell = tables.get(1).get(n).get(column);
                int of = column;
                if (Double.isNaN(rows[n][column])) {
                    assertThat(cell.method()).isEqualTo(FillMethod.CHAINED_MATCH);
                    assertThat(Arrays.stream(rows).mapToDouble(row -> row[of])).contains(cell.value());
                } else {
                    assertThat(cell).isEqualTo(Filled.observed(rows[n][column]));
                }
            }
        }
    }

    @Test
    void columnsThatSayTheSameOrNothingAreNoObstacle() {
        double[][] rows = {{1, 2, 5, 1}, {2, 4, 5, NAN}, {3, 6, 5, 3}, {4, 8, NAN, 4}, {5, 10, 5, NAN}};

        List<List<List<Filled>>> tables = new ChainedEquations(Filling.MATCH, 3, 10, 1).fill(rows);

        assertThat(tables).allSatisfy(table -> {
            assertThat(table.get(3).get(2).value()).isEqualTo(5);
            assertThat(table.get(4).get(3).value()).isBetween(1.0, 4.0);
        });
    }

    @Test
    void aDrawnValueSaysSoAndNeedNotHaveBeenSeen() {
        List<List<List<Filled>>> tables = new ChainedEquations(Filling.DRAW, 2, 3, 1).fill(survey(5, 60, 1));

        assertThat(tables.getFirst().stream()
                        .flatMap(List::stream)
                        .map(Filled::method)
                        .distinct())
                .containsExactlyInAnyOrder(FillMethod.OBSERVED, FillMethod.CHAINED_DRAW);
    }

    /** Five estimates; every figure computed by hand from Rubin's and Barnard's formulas. */
    @Test
    void rubinsRules() {
        RubinPool pool =
                RubinPool.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 2, 2, 4}, Double.POSITIVE_INFINITY);

        assertThat(pool.estimate()).isCloseTo(3, within(1e-12));
        assertThat(pool.within()).isCloseTo(2, within(1e-12));
        assertThat(pool.between()).isCloseTo(2.5, within(1e-12));
        assertThat(pool.total()).isCloseTo(5, within(1e-12));
        assertThat(pool.freedom()).isCloseTo(4 / (0.6 * 0.6), within(1e-9));
        assertThat(RubinPool.of(new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 2, 2, 4}, 20)
                        .freedom())
                .isCloseTo(1 / (0.36 / 4 + 23 / (21 * 20 * 0.4)), within(1e-9));
    }

    @Test
    void tablesThatAgreeAddNoUncertainty() {
        Estimate interval = RubinPool.of(new double[] {3, 3}, new double[] {4, 4}, Double.POSITIVE_INFINITY)
                .interval(0.95);

        assertThat(interval.high() - interval.value()).isCloseTo(1.959964 * 2, within(1e-4));
    }

    @Test
    void whatCantBeIsRefused() {
        double[] nothing = DoubleStream.of(NAN, NAN).toArray();
        assertThatThrownBy(() -> Missing.byMean(nothing)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Missing.byMean(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> Missing.byInterpolation(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("ascending");
        assertThatThrownBy(() -> new ChainedEquations(Filling.MATCH, 2, 2, 1).fill(new double[][] {{1, 2}, {1}}))
                .hasMessageContaining("one length");
        assertThatThrownBy(() -> new ChainedEquations(Filling.MATCH, 1, 2, 1)).hasMessageContaining("imputations");
        assertThatThrownBy(() -> RubinPool.of(new double[] {1}, new double[] {1}, 5))
                .hasMessageContaining("two");
    }
}
