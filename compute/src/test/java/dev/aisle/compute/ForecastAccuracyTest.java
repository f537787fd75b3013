package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.forecast.DemandForecast;
import dev.aisle.algorithms.forecast.ForecastMethod;
import dev.aisle.algorithms.forecast.PeriodFinder;
import dev.aisle.algorithms.forecast.decompose.Decomposition;
import dev.aisle.algorithms.forecast.decompose.Mstl;
import dev.aisle.algorithms.forecast.decompose.StlOptions;
import dev.aisle.algorithms.forecast.decompose.StlOptions.Smoothing;
import dev.aisle.algorithms.forecast.ets.Criterion;
import dev.aisle.algorithms.forecast.ets.Ets;
import dev.aisle.algorithms.forecast.ets.EtsFit;
import dev.aisle.algorithms.forecast.ets.EtsForecast;
import dev.aisle.algorithms.forecast.ets.EtsModel;
import dev.aisle.algorithms.forecast.series.Accuracy;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mathematics on data too large to keep in the project: 115 series of the M3 competition, and electricity by the hour. */
class ForecastAccuracyTest {
    /** Nanoseconds of this thread, so that neighbours on the machine don't count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asDouble());
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "ets, ETS, 1.03",
        "theta, THETA, 1.03",
        "naive, NAIVE, 1.0001",
        "snaive, SEASONAL_NAIVE, 1.0001",
        "drift, DRIFT, 1.0001",
        "ses, SES, 1.03"
    })
    void onTheM3SeriesTheErrorsAreThoseOfR(String name, ForecastMethod method, double most) throws IOException {
        JsonNode file = Json.STRICT.readTree(Files.readString(Shared.path("data/m3_dev/m3_subset_dev.json")));
        JsonNode expected = file.at("/summary/ALL/" + name);
        double smape = 0;
        double mase = 0;
        int same = 0;
        int count = 0;
        long start = cpu();
        for (JsonNode row : file.get("series")) {
            Series past = Series.of(numbers(row.get("x")), row.get("freq").asInt());
            double[] actual = numbers(row.get("xx"));
            var forecast = method.forecast(past, new ForecastMethod.Ask(actual.length, Levels.USUAL, 1));
            Accuracy errors = Accuracy.of(actual, forecast.mean(), past);
            smape += errors.smape();
            mase += errors.mase().orElseThrow();
            same += forecast.method().equals(row.get("ets_model").asText()) ? 1 : 0;
            count++;
        }
        double seconds = (cpu() - start) / 1e9;

        System.out.printf(
                Locale.ROOT,
                "M3 %s: sMAPE %.4f (R %.4f), MASE %.4f (R %.4f), R's model in %d of %d, %.1f series per second of CPU%n",
                name,
                smape / count,
                expected.get("smape").asDouble(),
                mase / count,
                expected.get("mase").asDouble(),
                same,
                count,
                count / seconds);
        assertThat(count).isEqualTo(115);
        assertThat(mase / count).isLessThanOrEqualTo(most * expected.get("mase").asDouble());
        assertThat(smape / count)
                .isLessThanOrEqualTo(most * expected.get("smape").asDouble());
    }

    @Test
    void theChoiceByBackTestErrsLessThanRsEtsAndTheBenchmarkOnTheM3Series() throws IOException {
        JsonNode file = Json.STRICT.readTree(Files.readString(Shared.path("data/m3_dev/m3_subset_dev.json")));
        double smape = 0;
        double mase = 0;
        long start = cpu();
        for (JsonNode row : file.get("series")) {
            Series past = Series.of(numbers(row.get("x")), row.get("freq").asInt());
            double[] actual = numbers(row.get("xx"));
            Accuracy errors = Accuracy.of(
                    actual, DemandForecast.of(past, actual.length).forecast().mean(), past);
            smape += errors.smape();
            mase += errors.mase().orElseThrow();
        }
        double seconds = (cpu() - start) / 1e9;
        int count = file.get("series").size();

        System.out.printf(
                Locale.ROOT,
                "M3 by back-test: sMAPE %.4f, MASE %.4f, %.1f series per second of CPU%n",
                smape / count,
                mase / count,
                count / seconds);
        for (String other : List.of("ets", "snaive")) {
            JsonNode expected = file.at("/summary/ALL/" + other);
            assertThat(mase / count).isLessThan(expected.get("mase").asDouble());
            assertThat(smape / count).isLessThan(expected.get("smape").asDouble());
        }
    }

    @Test
    void aDampedTrendErrsOnTheM3SeriesAsRs() throws IOException {
        JsonNode file = Json.STRICT.readTree(Files.readString(Shared.path("data/m3_dev/m3_subset_dev.json")));
        double mase = 0;
        for (JsonNode row : file.get("series")) {
            Series past = Series.of(numbers(row.get("x")), row.get("freq").asInt());
            double[] actual = numbers(row.get("xx"));
            EtsFit fit = Ets.fit(past, EtsModel.of("AAN", true), Criterion.MEAN_SQUARE)
                    .orElseThrow();
            mase += Accuracy.of(
                            actual,
                            EtsForecast.of(fit, actual.length, Levels.USUAL, 1).mean(),
                            past)
                    .mase()
                    .orElseThrow();
        }

        assertThat(mase / file.get("series").size())
                .isCloseTo(file.at("/summary/ALL/holt_damped/mase").asDouble(), within(1e-3));
    }

    @Test
    void severalSeasonsOfElectricityAreThoseOfR() throws IOException {
        List<double[]> rows =
                Files.readAllLines(Shared.path("vectors/marketing/statsmodels/mstl_test_results.csv")).stream()
                        .skip(1)
                        .map(line -> Arrays.stream(line.split(","))
                                .mapToDouble(Double::parseDouble)
                                .toArray())
                        .toList();
        double[] y = rows.stream().mapToDouble(row -> row[0]).toArray();

        Decomposition found = Mstl.of(y, List.of(every(24, 11), every(168, 15)));

        assertThat(rows).hasSize(3600);
        for (int t = 0; t < y.length; t++) {
            double[] row = rows.get(t);
            assertThat(found.trend()[t]).isCloseTo(row[1], within(1e-6));
            assertThat(found.seasonal().get(0).values()[t]).isCloseTo(row[2], within(1e-6));
            assertThat(found.seasonal().get(1).values()[t]).isCloseTo(row[3], within(1e-6));
            assertThat(found.remainder()[t]).isCloseTo(row[4], within(1e-6));
        }
    }

    /** R's choices with a fit at every place. */
    private static StlOptions every(int period, int window) {
        StlOptions usual = StlOptions.of(period, window, false);
        return new StlOptions(
                period,
                false,
                new Smoothing(usual.seasonal().window(), 0, 1),
                new Smoothing(usual.trend().window(), 1, 1),
                new Smoothing(usual.lowPass().window(), 1, 1),
                2,
                0);
    }

    @Test
    void theRhythmOfElectricityByTheHalfHourIsADay() throws IOException {
        double[] y = Files.readAllLines(Shared.path("data/series/taylor.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();

        assertThat(PeriodFinder.best(y)).isEqualTo(48);
        assertThat(PeriodFinder.of(y)).extracting(PeriodFinder.Period::length).contains(48, 336);
    }
}
