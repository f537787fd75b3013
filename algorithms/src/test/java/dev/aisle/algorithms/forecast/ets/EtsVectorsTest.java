package dev.aisle.algorithms.forecast.ets;

import static dev.aisle.algorithms.forecast.ForecastVectors.R;
import static dev.aisle.algorithms.forecast.ForecastVectors.column;
import static dev.aisle.algorithms.forecast.ForecastVectors.numbers;
import static dev.aisle.algorithms.forecast.ForecastVectors.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Forecast;
import dev.aisle.algorithms.forecast.series.Levels;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtsVectorsTest {
    private static final double FITTED = 1e-2;

    private static EtsFit atR(String name, EtsModel model) {
        Series series = series(name);
        return EtsFit.at(series.toArray(), series.period(), model, parameters(R.at("/ets/" + name + "/par"), model));
    }

    private static EtsParameters parameters(JsonNode par, EtsModel model) {
        double[] season = new double[model.seasonal() ? 12 : 0];
        double sum = 0;
        for (int s = 1; s < season.length; s++) {
            season[s] = par.get("s" + (11 - s)).asDouble();
            sum += season[s];
        }
        if (season.length > 0) {
            season[0] = (model.season() == Component.MULTIPLICATIVE ? 12 : 0) - sum;
        }
        return new EtsParameters(
                par.get("alpha").asDouble(),
                par.path("beta").asDouble(0),
                par.path("gamma").asDouble(0),
                par.path("phi").asDouble(1),
                par.get("l").asDouble(),
                par.path("b").asDouble(0),
                season);
    }

    @ParameterizedTest
    @CsvSource({
        "AirPassengers, MAM, true, true",
        "Nile, MNN, false, true",
        "co2, MAM, true, true",
        "nottem, ANA, false, true",
        "Nile_ANN, ANN, false, false",
        "AirPassengers_MAM_nodamp, MAM, false, false",
        "AirPassengers_AAA, AAA, false, false"
    })
    void selectionParametersAndLikelihoodAreThoseOfR(String name, String letters, boolean damped, boolean selected) {
        JsonNode expected = R.at("/ets/" + name);
        EtsModel model = EtsModel.of(letters, damped);

        EtsFit fit = (selected ? Ets.select(series(name)) : Ets.fit(series(name), model)).orElseThrow();

        assertThat(fit.model()).isEqualTo(model);
        assertThat(fit.model().label()).isEqualTo(expected.get("method").asText());
        assertThat(fit.loglik()).isCloseTo(expected.get("loglik").asDouble(), within(FITTED));
        assertThat(fit.aicc()).isCloseTo(expected.get("aicc").asDouble(), within(2 * FITTED));
        JsonNode par = expected.get("par");
        assertThat(fit.parameters().alpha()).isCloseTo(par.get("alpha").asDouble(), within(FITTED));
        assertThat(fit.parameters().beta()).isCloseTo(par.path("beta").asDouble(0), within(FITTED));
        assertThat(fit.parameters().gamma()).isCloseTo(par.path("gamma").asDouble(0), within(FITTED));
        assertThat(fit.parameters().phi()).isCloseTo(par.path("phi").asDouble(1), within(FITTED));
        assertThat(fit.parameters().level()).isCloseTo(par.get("l").asDouble(), Percentage.withPercentage(1));
    }

    @ParameterizedTest
    @CsvSource({
        "AirPassengers, MAM, true",
        "Nile, MNN, false",
        "co2, MAM, true",
        "nottem, ANA, false",
        "Nile_ANN, ANN, false",
        "AirPassengers_MAM_nodamp, MAM, false",
        "AirPassengers_AAA, AAA, false"
    })
    void withRsParametersEveryCriterionIsRs(String name, String letters, boolean damped) {
        JsonNode expected = R.at("/ets/" + name);

        EtsFit fit = atR(name, EtsModel.of(letters, damped));

        Percentage digits = Percentage.withPercentage(1e-5);
        assertThat(fit.loglik()).isCloseTo(expected.get("loglik").asDouble(), digits);
        assertThat(fit.aic()).isCloseTo(expected.get("aic").asDouble(), digits);
        assertThat(fit.aicc()).isCloseTo(expected.get("aicc").asDouble(), digits);
        assertThat(fit.bic()).isCloseTo(expected.get("bic").asDouble(), digits);
        assertThat(fit.sigma2()).isCloseTo(expected.get("sigma2").asDouble(), digits);
        assertThat(fit.mse()).isCloseTo(expected.get("mse").asDouble(), digits);
    }

    @ParameterizedTest
    @CsvSource({"Nile, MNN", "nottem, ANA", "Nile_ANN, ANN", "AirPassengers_MAM_nodamp, MAM", "AirPassengers_AAA, AAA"})
    void withRsParametersMeansAndIntervalsAreRs(String name, String letters) {
        assertForecast(atR(name, EtsModel.of(letters, false)), R.at("/ets/" + name), 1e-4);
    }

    /**
     * R 8.23 lets the last growth in undamped when season and error multiply, though its own fitted values damp it. Ours damps it;
     * with φ taken off again from growth and β every figure of R's is met, so that nothing else differs.
     */
    @ParameterizedTest
    @CsvSource({"AirPassengers, 0.74, 1.6", "co2, 0.061, 0.1"})
    void ofADampedMultipliedSeasonRsFiguresAreMetButForItsUndampedGrowth(String name, double meanOff, double boundOff) {
        JsonNode expected = R.at("/ets/" + name);
        EtsFit fit = atR(name, EtsModel.of("MAM", true));
        double phi = fit.parameters().phi();
        EtsParameters p = fit.parameters();
        EtsFit undamped = new EtsFit(
                fit.model(),
                fit.period(),
                new EtsParameters(p.alpha(), p.beta() / phi, p.gamma(), phi, p.level(), p.growth(), p.season()),
                fit.loglik(),
                fit.aicc(),
                fit.sigma2(),
                fit.mse(),
                new EtsFit.Last(
                        fit.last().level(),
                        fit.last().growth() / phi,
                        fit.last().season()),
                fit.fitted());

        assertForecast(undamped, expected, 1e-6);
        Forecast ours = EtsForecast.of(fit, expected.get("mean").size(), Levels.USUAL, 1);
        assertThat(ours.mean()).containsExactly(numbers(expected.get("mean")), within(meanOff));
        assertThat(column(ours.upper(), 1)).containsExactly(numbers(expected.get("upper95")), within(boundOff));
    }

    private static void assertForecast(EtsFit fit, JsonNode expected, double tolerance) {
        double[] mean = numbers(expected.get("mean"));
        Forecast found = EtsForecast.of(fit, mean.length, Levels.USUAL, 1);

        assertThat(found.mean()).containsExactly(mean, within(tolerance));
        assertThat(column(found.lower(), 0)).containsExactly(numbers(expected.get("lower80")), within(tolerance));
        assertThat(column(found.upper(), 0)).containsExactly(numbers(expected.get("upper80")), within(tolerance));
        assertThat(column(found.lower(), 1)).containsExactly(numbers(expected.get("lower95")), within(tolerance));
        assertThat(column(found.upper(), 1)).containsExactly(numbers(expected.get("upper95")), within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"80, 1.2816", "95, 1.96"})
    void simulatedIntervalsAgreeWithExactOnes(double level, double width) {
        EtsFit fit = atR("Nile_ANN", EtsModel.of("ANN", false));
        double[] mean = EtsForecast.means(fit, 10);

        Forecast simulated = EtsSimulation.of(fit, mean, Levels.of(level), 7);
        Forecast exact = EtsForecast.of(fit, 10, Levels.of(level), 7);

        double deviation = (exact.upper()[9][0] - exact.mean()[9]) / width;
        // Standard error of a 97.5 % quantile of 5,000 is 0.038 standard deviations.
        assertThat(column(simulated.upper(), 0)).containsExactly(column(exact.upper(), 0), within(0.15 * deviation));
        assertThat(column(simulated.lower(), 0)).containsExactly(column(exact.lower(), 0), within(0.15 * deviation));
        assertThat(Arrays.deepEquals(
                        simulated.lower(),
                        EtsSimulation.of(fit, mean, Levels.of(level), 7).lower()))
                .isTrue();
    }
}
