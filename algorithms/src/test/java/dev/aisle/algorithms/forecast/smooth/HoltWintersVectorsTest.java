package dev.aisle.algorithms.forecast.smooth;

import static dev.aisle.algorithms.forecast.ForecastVectors.R;
import static dev.aisle.algorithms.forecast.ForecastVectors.column;
import static dev.aisle.algorithms.forecast.ForecastVectors.numbers;
import static dev.aisle.algorithms.forecast.ForecastVectors.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoltWintersVectorsTest {
    private static final Offset<Double> DIGITS = within(1e-8);

    private static HoltWintersModel model(String name) {
        if (name.endsWith("mult")) {
            return HoltWintersModel.MULTIPLICATIVE;
        }
        return name.endsWith("add") ? HoltWintersModel.ADDITIVE : HoltWintersModel.SIMPLE;
    }

    private static HoltWintersFit atR(String name) {
        JsonNode expected = R.at("/holtwinters/" + name);
        Series series = series(name);
        return HoltWinters.at(
                series,
                model(name),
                HoltWintersStart.of(series, model(name)),
                expected.get("alpha").asDouble(),
                expected.get("beta").asDouble(0),
                expected.get("gamma").asDouble(0));
    }

    @ParameterizedTest
    @CsvSource({"AirPassengers_mult", "AirPassengers_add", "co2_add", "Nile_ses"})
    void theFittedParametersAreThoseOfR(String name) {
        JsonNode expected = R.at("/holtwinters/" + name);

        HoltWintersFit fit = HoltWinters.fit(series(name), model(name));

        assertThat(fit.alpha()).isCloseTo(expected.get("alpha").asDouble(), within(1e-4));
        assertThat(fit.beta()).isCloseTo(expected.get("beta").asDouble(0), within(1e-4));
        assertThat(fit.gamma()).isCloseTo(expected.get("gamma").asDouble(0), within(1e-3));
        assertThat(fit.squares()).isCloseTo(expected.get("SSE").asDouble(), Percentage.withPercentage(1e-4));
        assertThat(fit.forecast(expected.get("forecast").size(), Levels.USUAL).mean())
                .containsExactly(numbers(expected.get("forecast")), within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"AirPassengers_mult", "AirPassengers_add", "co2_add", "Nile_ses"})
    void withRsParametersStatesAndForecastsAreRs(String name) {
        JsonNode expected = R.at("/holtwinters/" + name);

        HoltWintersFit fit = atR(name);

        assertThat(fit.squares()).isCloseTo(expected.get("SSE").asDouble(), Percentage.withPercentage(1e-8));
        assertStates(fit, expected.get("coefficients"));
        assertThat(Arrays.copyOf(fit.fitted(), 5)).containsExactly(numbers(expected.get("fitted_first5")), DIGITS);
        Forecast found = fit.forecast(expected.get("forecast").size(), Levels.of(95));
        assertThat(found.mean()).containsExactly(numbers(expected.get("forecast")), DIGITS);
        if (!name.endsWith("mult")) {
            assertThat(column(found.upper(), 0)).containsExactly(numbers(expected.get("upr95")), DIGITS);
            assertThat(column(found.lower(), 0)).containsExactly(numbers(expected.get("lwr95")), DIGITS);
        }
    }

    /**
     * R's sum for a multiplied season counts the coming error as ψ_0 = α + γ(1 − α), not 1, and divides by coefficient {@code b} where the
     * last season of the cycle belongs. With these two slips put into our sum its bounds come out, so nothing else differs.
     */
    @Test
    void ofAMultipliedSeasonRsBoundsAreMetWithItsTwoSlips() {
        JsonNode expected = R.at("/holtwinters/AirPassengers_mult");
        HoltWintersFit fit = atR("AirPassengers_mult");
        double[] upper = numbers(expected.get("upr95"));
        double[] divisor = fit.season().clone();
        divisor[11] = fit.growth();

        Forecast found = fit.forecast(24, Levels.of(95));

        double step = found.upper()[0][0] - found.mean()[0];
        for (int i = 0; i < 24; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                double psi = fit.alpha() * (1 + j * fit.beta()) + (j % 12 == 0 ? fit.gamma() * (1 - fit.alpha()) : 0);
                sum += Math.pow(psi * fit.season()[i % 12] / divisor[Math.floorMod(i - j, 12)], 2);
            }
            assertThat(found.mean()[i] + step * Math.sqrt(sum)).isCloseTo(upper[i], within(1e-7));
            assertThat(found.upper()[i][0]).isGreaterThan(upper[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"mult", "add"})
    void withGivenParametersTheStartAndEveryStateAreThoseOfR(String name) {
        JsonNode expected = R.at("/holtwinters_fixed/" + name);
        Series series = series("AirPassengers");

        HoltWintersStart start = HoltWintersStart.of(series, model(name));
        HoltWintersFit fit = HoltWinters.at(series, model(name), start, 0.2, 0.1, 0.1);

        assertFixed(fit, expected);
        assertThat(Arrays.copyOf(fit.fitted(), 3)).containsExactly(column(expected.get("fitted_first3"), 0), DIGITS);
        assertThat(start.level()).isCloseTo(expected.at("/fitted_first3/0/1").asDouble(), DIGITS);
        assertThat(start.growth()).isCloseTo(expected.at("/fitted_first3/0/2").asDouble(), DIGITS);
        assertThat(start.season()[0])
                .isCloseTo(expected.at("/fitted_first3/0/3").asDouble(), DIGITS);
    }

    @Test
    void aGivenStartIsTakenAsItIs() {
        double[] ones = new double[12];
        Arrays.fill(ones, 1);

        HoltWintersFit fit = HoltWinters.at(
                series("AirPassengers"),
                HoltWintersModel.MULTIPLICATIVE,
                new HoltWintersStart(120, 1, ones),
                0.2,
                0.1,
                0.1);

        assertFixed(fit, R.at("/holtwinters_fixed/given_start"));
    }

    private static void assertFixed(HoltWintersFit fit, JsonNode expected) {
        assertThat(fit.squares()).isCloseTo(expected.get("SSE").asDouble(), Percentage.withPercentage(1e-8));
        assertStates(fit, expected.get("coefficients"));
        assertThat(fit.forecast(12, Levels.USUAL).mean()).containsExactly(numbers(expected.get("forecast12")), DIGITS);
    }

    private static void assertStates(HoltWintersFit fit, JsonNode coefficients) {
        assertThat(fit.level()).isCloseTo(coefficients.get("a").asDouble(), DIGITS);
        assertThat(fit.growth()).isCloseTo(coefficients.path("b").asDouble(0), DIGITS);
        for (int s = 0; s < fit.season().length; s++) {
            assertThat(fit.season()[s])
                    .isCloseTo(coefficients.get("s" + (s + 1)).asDouble(), DIGITS);
        }
    }
}
