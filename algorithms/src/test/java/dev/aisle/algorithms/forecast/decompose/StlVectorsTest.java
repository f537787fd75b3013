package dev.aisle.algorithms.forecast.decompose;

import static dev.aisle.algorithms.forecast.ForecastVectors.R;
import static dev.aisle.algorithms.forecast.ForecastVectors.numbers;
import static dev.aisle.algorithms.forecast.ForecastVectors.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.forecast.decompose.StlOptions.Smoothing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StlVectorsTest {
    private static final Offset<Double> FORTRAN = within(1e-8);
    /** R's are printed with 12 digits. */
    private static final Offset<Double> R_DIGITS = within(1e-10);

    private static double[] log(double[] y) {
        return Arrays.stream(y).map(Math::log).toArray();
    }

    private static void assertSame(double[] found, double[] expected, Offset<Double> offset) {
        assertThat(found).hasSameSizeAs(expected);
        assertThat(found).containsExactly(expected, offset);
    }

    /** Season, trend and weights as the published Fortran gives them. */
    @ParameterizedTest
    @CsvSource({
        "baseline, 348, 2, 2, 4, 1, 2",
        "short, 347, 2, 2, 4, 1, 2",
        "nljump-1, 348, 2, 1, 4, 1, 2",
        "ntjump-1, 348, 1, 2, 4, 1, 2",
        "nljump-1-ntjump-1, 348, 1, 1, 4, 1, 2",
        "stlez, 348, 2, 2, 4, 2, 0"
    })
    void thePublishedFortranIsMet(
            String scenario, int length, int trendJump, int lowPassJump, int seasonalJump, int inner, int outer) {
        Decomposition found = Stl.of(co2(length), options(seasonalJump, trendJump, lowPassJump, inner, outer));

        double[][] expected = fortran(scenario);
        assertSame(found.seasonal().getFirst().values(), expected[0], FORTRAN);
        assertSame(found.trend(), expected[1], FORTRAN);
        assertSame(found.weights(), expected[2], FORTRAN);
    }

    /** The easy door of the Fortran stops when neither season nor trend moves by a hundredth of its range. */
    @Test
    void thePublishedRobustStepsAreMet() {
        double[] y = co2(348);
        int steps = 1;
        while (!settled(robust(y, steps - 1), robust(y, steps))) {
            steps++;
        }

        Decomposition found = robust(y, steps);

        double[][] expected = fortran("stlez-robust");
        assertThat(steps).isBetween(2, 15);
        assertSame(found.seasonal().getFirst().values(), expected[0], FORTRAN);
        assertSame(found.trend(), expected[1], FORTRAN);
        assertSame(found.weights(), expected[2], FORTRAN);
    }

    private static Decomposition robust(double[] y, int steps) {
        return Stl.of(y, options(4, 2, 2, 1, steps));
    }

    private static boolean settled(Decomposition before, Decomposition after) {
        return settled(
                        before.seasonal().getFirst().values(),
                        after.seasonal().getFirst().values())
                && settled(before.trend(), after.trend());
    }

    private static boolean settled(double[] before, double[] after) {
        double range = Arrays.stream(before).max().orElseThrow()
                - Arrays.stream(before).min().orElseThrow();
        double moved = 0;
        for (int t = 0; t < before.length; t++) {
            moved = Math.max(moved, Math.abs(before[t] - after[t]));
        }
        return moved / range < 0.01;
    }

    private static double[] co2(int length) {
        return Vectors.lines("forecast/stl_co2.csv").stream()
                .limit(length)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static StlOptions options(int seasonalJump, int trendJump, int lowPassJump, int inner, int outer) {
        return new StlOptions(
                12,
                false,
                new Smoothing(35, 1, seasonalJump),
                new Smoothing(19, 1, trendJump),
                new Smoothing(13, 1, lowPassJump),
                inner,
                outer);
    }

    private static double[][] fortran(String scenario) {
        List<String[]> rows = Vectors.lines("forecast/stl_test_results.csv").stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].strip().equals(scenario))
                .toList();
        double[][] columns = new double[3][rows.size()];
        for (int c = 0; c < 3; c++) {
            int cell = c + 2;
            Arrays.setAll(columns[c], i -> Double.parseDouble(rows.get(i)[cell].strip()));
        }
        return columns;
    }

    private static void assertLikeR(Decomposition found, JsonNode expected) {
        assertSame(found.seasonal().getFirst().values(), numbers(expected.get("seasonal")), R_DIGITS);
        assertSame(found.trend(), numbers(expected.get("trend")), R_DIGITS);
        assertSame(found.remainder(), numbers(expected.get("remainder")), R_DIGITS);
        double[] weights = found.weights();
        double[] range = numbers(expected.get("weights_range"));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isCloseTo(range[0], R_DIGITS);
        assertThat(Arrays.stream(weights).max().orElseThrow()).isCloseTo(range[1], R_DIGITS);
    }

    @Test
    void aPeriodicSeasonIsThatOfR() {
        double[] y = series("nottem").toArray();

        assertLikeR(Stl.of(y, StlOptions.periodic(12, y.length, false)), R.at("/stl/nottem_per"));
    }

    @Test
    void aChangingSeasonIsThatOfR() {
        assertLikeR(Stl.of(log(series("co2").toArray()), StlOptions.of(12, 21, false)), R.at("/stl/co2_log_s21"));
    }

    /**
     * The median of the weights is, in R, the mean of two ranks that its partial sort is asked for in descending order, which it isn't
     * made for: in the 12th and 14th round it returns the 76th and 85th of 144 for the 73rd. With these two put in, all is R's.
     */
    @Test
    void aRobustSeasonIsThatOfRWithTheTwoRanksThatItsSortMisses() {
        AtomicInteger round = new AtomicInteger();
        Stl.Weighing ofR = (y, fit, into) -> {
            double[] residual = new double[y.length];
            Arrays.setAll(residual, t -> Math.abs(y[t] - fit[t]));
            double[] sorted = Arrays.stream(residual).sorted().toArray();
            int upper = Map.of(12, 76, 14, 85).getOrDefault(round.incrementAndGet(), 73);
            RobustnessWeights.weigh(residual, 3 * (sorted[upper - 1] + sorted[71]), into);
        };
        double[] y = log(series("AirPassengers").toArray());

        assertLikeR(Stl.of(y, StlOptions.of(12, 7, true), ofR), R.at("/stl/AirPassengers_log_s7_robust"));
        assertSame(
                Stl.of(y, StlOptions.of(12, 7, true)).trend(),
                numbers(R.at("/stl/AirPassengers_log_s7_robust/trend")),
                within(2e-3));
    }

    @Test
    void mstlIsThatOfR() {
        Decomposition found = Mstl.of(series("AirPassengers").toArray(), new int[] {12}, false);

        JsonNode rows = R.at("/mstl/AirPassengers/first3");
        for (int t = 0; t < rows.size(); t++) {
            assertThat(found.trend()[t]).isCloseTo(rows.get(t).get(1).asDouble(), R_DIGITS);
            assertThat(found.seasonal().getFirst().values()[t])
                    .isCloseTo(rows.get(t).get(2).asDouble(), R_DIGITS);
            assertThat(found.remainder()[t]).isCloseTo(rows.get(t).get(3).asDouble(), R_DIGITS);
        }
    }

    @Test
    void theClassicalDecompositionIsThatOfR() {
        double[] y = series("AirPassengers").toArray();

        Classical found = Classical.of(y, 12, true);

        assertSame(found.figure(), numbers(R.at("/decompose/AirPassengers_mult/figure")), R_DIGITS);
        assertSame(
                Arrays.copyOfRange(found.trend(), 6, 18),
                numbers(R.at("/decompose/AirPassengers_mult/trend_7_18")),
                R_DIGITS);
    }
}
