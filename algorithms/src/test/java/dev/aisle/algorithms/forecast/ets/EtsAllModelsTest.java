package dev.aisle.algorithms.forecast.ets;

import static dev.aisle.algorithms.forecast.ForecastVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.forecast.ets.EtsModel.Component;
import dev.aisle.algorithms.forecast.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R's fits of all models to oil production (yearly) and tourists (quarterly), as statsmodels keeps them. */
class EtsAllModelsTest {
    /** The errors that R's simulations were made with, in standard deviations of 1. */
    private static final double[] ERRORS = {1.76405235, 0.40015721, 0.97873798, 2.2408932};

    record Case(String name, EtsModel model, int period, JsonNode expected) {
        double[] y() {
            double[] fitted = numbers(expected.get("fitted"));
            double[] residuals = numbers(expected.get("residuals"));
            double[] y = new double[fitted.length];
            boolean relative = model.error() == Component.MULTIPLICATIVE;
            Arrays.setAll(y, t -> relative ? fitted[t] * (1 + residuals[t]) : fitted[t] + residuals[t]);
            return y;
        }

        double value(String field, double otherwise) {
            double value = expected.get(field).get(0).asDouble(otherwise);
            return Double.isNaN(value) ? otherwise : value;
        }

        EtsFit atR() {
            double[] init = numbers(expected.get("initstate"));
            int trend = model.hasTrend() ? 1 : 0;
            double[] season = new double[model.seasonal() ? period : 0];
            Arrays.setAll(season, s -> init[init.length - 1 - s]);
            return EtsFit.at(
                    y(),
                    period,
                    model,
                    new EtsParameters(
                            value("alpha", 0),
                            value("beta", 0),
                            value("gamma", 0),
                            value("phi", 1),
                            init[0],
                            trend > 0 ? init[1] : 0,
                            season));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String file : List.of("nonseasonal", "seasonal")) {
            JsonNode results = Vectors.json("forecast/fit_ets_results_" + file + ".json");
            for (Map.Entry<String, JsonNode> damped : results.properties()) {
                for (Map.Entry<String, JsonNode> fit : damped.getValue().properties()) {
                    boolean trend = fit.getKey().charAt(1) != 'N';
                    if (!fit.getValue().isEmpty() && (trend || damped.getKey().equals("FALSE"))) {
                        EtsModel model =
                                EtsModel.of(fit.getKey(), damped.getKey().equals("TRUE"));
                        cases.add(new Case(model.label(), model, file.equals("seasonal") ? 4 : 1, fit.getValue()));
                    }
                }
            }
        }
        assertThat(cases).hasSize(19);
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void atRsParametersFittedValuesLikelihoodForecastsAndSimulationsAreRs(Case row) {
        EtsFit fit = row.atR();

        double[] fitted = numbers(row.expected().get("fitted"));
        for (int t = 0; t < fitted.length; t++) {
            assertThat(fit.fitted()[t]).isCloseTo(fitted[t], Percentage.withPercentage(1e-3));
        }
        assertThat(fit.loglik())
                .isCloseTo(row.expected().get("loglik").get(0).asDouble(), Percentage.withPercentage(1e-3));
        double[] ahead = numbers(row.expected().get("forecast"));
        for (int i = 0; i < ahead.length; i++) {
            assertThat(EtsForecast.means(fit, ahead.length)[i]).isCloseTo(ahead[i], Percentage.withPercentage(0.1));
        }
        double[] simulated = numbers(row.expected().get("simulation"));
        double[] path = EtsSimulation.path(fit, ERRORS);
        for (int i = 0; i < simulated.length; i++) {
            assertThat(path[i]).isCloseTo(simulated[i], Percentage.withPercentage(1e-2));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSearchEndsWhereRsDoesOrHigher(Case row) {
        EtsFit fit = Ets.fit(Series.of(row.y(), row.period()), row.model()).orElseThrow();

        assertThat(fit.loglik())
                .isGreaterThan(row.expected().get("loglik").get(0).asDouble() - 0.5);
        assertThat(fit.parameters().alpha()).isBetween(1e-4, 0.9999);
    }
}
