package dev.aisle.algorithms.forecast.smooth;

import static dev.aisle.algorithms.forecast.ForecastVectors.R;
import static dev.aisle.algorithms.forecast.ForecastVectors.column;
import static dev.aisle.algorithms.forecast.ForecastVectors.numbers;
import static dev.aisle.algorithms.forecast.ForecastVectors.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.forecast.ForecastMethod;
import dev.aisle.algorithms.forecast.series.Accuracy;
import dev.aisle.algorithms.forecast.series.Autocorrelation;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothVectorsTest {
    private static final Offset<Double> DIGITS = within(1e-9);
    private static final JsonNode INTERMITTENT = Vectors.json("forecast/intermittent_vectors.json");

    private static void assertBounds(Forecast found, JsonNode expected, Offset<Double> offset) {
        assertThat(found.mean()).containsExactly(numbers(expected.get("mean")), offset);
        for (int level = 0; level < 2; level++) {
            assertThat(column(found.lower(), level)).containsExactly(column(expected.get("lower"), level), offset);
            assertThat(column(found.upper(), level)).containsExactly(column(expected.get("upper"), level), offset);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Nile_naive, NAIVE, 5",
        "Nile_drift, DRIFT, 5",
        "Nile_mean, MEAN, 5",
        "AirPassengers_snaive, SEASONAL_NAIVE, 12"
    })
    void benchmarksAndTheirIntervalsAreThoseOfR(String name, Benchmark benchmark, int h) {
        Forecast found = benchmark.forecast(series(name), h, Levels.USUAL);

        assertBounds(found, R.at("/benchmarks/" + name), DIGITS);
    }

    @Test
    void simpleSmoothingIsThatOfR() {
        Forecast found = ForecastMethod.SES.forecast(series("Nile"), new ForecastMethod.Ask(5, Levels.USUAL, 1));

        assertBounds(found, R.at("/benchmarks/Nile_ses"), within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"AirPassengers_h12", "WWWusage_h10", "Nile_h10"})
    void thetaIsThatOfR(String name) {
        JsonNode expected = R.at("/theta/" + name);
        double[] mean = numbers(expected.get("mean"));

        Theta found = Theta.of(series(name), mean.length, Levels.of(95)).orElseThrow();

        assertThat(found.alpha()).isCloseTo(expected.get("alpha").asDouble(), within(1e-4));
        assertThat(found.drift()).isCloseTo(expected.get("drift").asDouble(), DIGITS);
        assertThat(found.forecast().mean()).containsExactly(mean, within(1e-2));
        assertThat(column(found.forecast().lower(), 0)).containsExactly(numbers(expected.get("lower95")), within(2e-2));
        assertThat(column(found.forecast().upper(), 0)).containsExactly(numbers(expected.get("upper95")), within(2e-2));
    }

    private static double flat(Intermittent.Method method, double alpha) {
        Series y = Series.of(numbers(INTERMITTENT.get("y")), 1);
        return Intermittent.croston(method, y, alpha, 1, Levels.USUAL).mean()[0];
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.2", "0.5"})
    void crostonAndItsCorrectionsAreThePublishedFigures(String alpha) {
        double a = Double.parseDouble(alpha);

        assertThat(flat(Intermittent.Method.CROSTON, a))
                .isCloseTo(INTERMITTENT.get("croston").get(alpha).asDouble(), DIGITS)
                .isCloseTo(INTERMITTENT.get("r_forecast_8_23").get(alpha).asDouble(), DIGITS)
                .isCloseTo(R.at("/croston/a0" + alpha.charAt(2) + "/forecast/4").asDouble(), DIGITS);
        assertThat(flat(Intermittent.Method.SBA, a))
                .isCloseTo(INTERMITTENT.get("sba").get(alpha).asDouble(), DIGITS);
        if (INTERMITTENT.get("sbj").has(alpha)) {
            assertThat(flat(Intermittent.Method.SBJ, a))
                    .isCloseTo(INTERMITTENT.get("sbj").get(alpha).asDouble(), DIGITS);
        }
    }

    /** R's fitted value of a step is the forecast made from the steps before it. */
    @ParameterizedTest
    @CsvSource({"a01", "a02", "a05"})
    void crostonsFittedValuesAreThoseOfR(String row) {
        JsonNode expected = R.at("/croston/" + row);
        double[] y = numbers(R.at("/croston/y"));

        for (int t = 1; t < y.length; t++) {
            Series past = Series.of(Arrays.copyOf(y, t), 1);
            double alpha = expected.get("alpha").asDouble();
            assertThat(Intermittent.croston(Intermittent.Method.CROSTON, past, alpha, 1, Levels.USUAL)
                            .mean()[0])
                    .isCloseTo(expected.get("fitted").get(t).asDouble(), DIGITS);
        }
    }

    @Test
    void tsbAndTheClassificationAreThePublishedFigures() {
        Series y = Series.of(numbers(INTERMITTENT.get("y")), 1);
        DemandPattern pattern = DemandPattern.of(y);

        assertThat(Intermittent.tsb(y, 0.1, 0.1, 1, Levels.USUAL).mean()[0])
                .isCloseTo(INTERMITTENT.at("/tsb/alpha_demand=.1,beta_prob=.1").asDouble(), DIGITS);
        assertThat(Intermittent.tsb(y, 0.2, 0.05, 1, Levels.USUAL).mean()[0])
                .isCloseTo(INTERMITTENT.at("/tsb/alpha_demand=.2,beta_prob=.05").asDouble(), DIGITS);
        assertThat(pattern.interval())
                .isCloseTo(INTERMITTENT.at("/classification/adi").asDouble(), DIGITS);
        assertThat(pattern.variation())
                .isCloseTo(INTERMITTENT.at("/classification/cv2").asDouble(), DIGITS);
        assertThat(pattern.intermittent()).isTrue();
        assertThat(pattern.erratic()).isFalse();
    }

    @Test
    void noDemandGivesZeroAndASingleOneItsSizeOverItsPlace() {
        Series none = Series.of(new double[] {0, 0, 0, 0}, 1);
        Series one = Series.of(new double[] {0, 0, 6, 0}, 1);

        for (Intermittent.Method method : Intermittent.Method.values()) {
            assertThat(Intermittent.croston(method, none, 0.1, 2, Levels.USUAL).mean())
                    .containsExactly(0, 0);
        }
        assertThat(Intermittent.tsb(none, 0.1, 0.1, 2, Levels.USUAL).mean()).containsExactly(0, 0);
        assertThat(Intermittent.croston(Intermittent.Method.CROSTON, one, 0.1, 1, Levels.USUAL)
                        .mean()[0])
                .isEqualTo(2);
    }

    @Test
    void autocorrelationsAreThoseOfR() {
        double[] expected = numbers(R.at("/diagnostics/acf_AirPassengers"));

        assertThat(Autocorrelation.of(series("AirPassengers").toArray(), expected.length - 1))
                .containsExactly(expected, DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "snaive, SEASONAL_NAIVE, 1e-8",
        "ets, ETS, 0.5",
        "hw_mult, HOLT_WINTERS_MULTIPLICATIVE, 0.01",
        "thetaf, THETA, 1e-3"
    })
    void errorsOnTwoYearsToComeAreThoseOfR(String row, ForecastMethod method, double percent) {
        double[] y = series("AirPassengers").toArray();
        Series past = series("AirPassengers").head(120);
        JsonNode expected = R.at("/accuracy/" + row + "/test");

        Accuracy found = Accuracy.of(
                Arrays.copyOfRange(y, 120, 144),
                method.forecast(past, new ForecastMethod.Ask(24, Levels.USUAL, 1))
                        .mean(),
                past);

        Percentage near = Percentage.withPercentage(percent);
        assertThat(List.of(
                        found.me(),
                        found.rmse(),
                        found.mae(),
                        found.mape().orElseThrow(),
                        found.mase().orElseThrow()))
                .zipSatisfy(
                        List.of("ME", "RMSE", "MAE", "MAPE", "MASE"),
                        (value, name) -> assertThat(value)
                                .as(name)
                                .isCloseTo(expected.get(name).asDouble(), near));
    }
}
