package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors as they stand, through the command. */
class ExperimentFunctionsTest {
    private static JsonNode answer(String function, String input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode vectors(String name) {
        try {
            return new ObjectMapper()
                    .readTree(
                            Shared.path("vectors/marketing/experiments/" + name).toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Those of two arms; a slope alone and three arms are no comparison. */
    static Stream<JsonNode> comparisons() {
        return vectors("gbstats_vectors.json")
                .get("tests")
                .valueStream()
                .filter(test -> test.has("type") && (test.has("control") || test.has("mu")));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aComparisonIsAsStated(JsonNode test) {
        String plugged = test.toString().replaceFirst("\\{", "{\"relative_variance\":\"plugged_in\",");

        JsonNode output = answer("experiment.compare", plugged).get("output");

        int compared = 0;
        for (Iterator<Entry<String, JsonNode>> fields =
                        test.get("expected").properties().iterator();
                fields.hasNext(); ) {
            Entry<String, JsonNode> field = fields.next();
            if (!field.getKey().startsWith("mean_")) {
                assertSame(field.getKey(), output.get(field.getKey()), field.getValue());
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static void assertSame(String name, JsonNode seen, JsonNode expected) {
        if (expected.isArray()) {
            for (int n = 0; n < expected.size(); n++) {
                assertSame(name, seen.get(n), expected.get(n));
            }
        } else if (expected.isNull()) {
            assertThat(seen.isNull()).as(name).isTrue();
        } else {
            // GrowthBook's own search for this one ends at a step of 1e-4.
            double digits = expected.asText().equals("0.4999") ? 2e-4 : 6e-6;
            assertThat(seen.asDouble()).as(name).isCloseTo(expected.asDouble(), within(digits));
        }
    }

    @Test
    void splitsBoundariesAndPowerAreThoseOfTheVectors() {
        JsonNode watched = vectors("srm_vectors.json").get("sequential").get(0);
        JsonNode stopped = answer("experiment.srm", watched.toString()).get("output");
        assertThat(stopped.get("stop_n")).isEqualTo(watched.get("expected").get("stop_n"));
        assertThat(stopped.get("p").asDouble())
                .isCloseTo(watched.get("expected").get("p").asDouble(), within(1e-9));

        JsonNode bounds = answer("experiment.boundaries", "{\"design\":\"pocock\",\"looks\":4}")
                .get("output");
        assertThat(bounds.get("z").get(3).asDouble())
                .isCloseTo(
                        vectors("group_sequential_vectors.json")
                                .get("pocock")
                                .get("4")
                                .get(3)
                                .asDouble(),
                        within(1e-9));
        assertThat(bounds.get("cumulativeAlpha").get(3).asDouble()).isCloseTo(0.05, within(1e-9));

        JsonNode metric = vectors("gbstats_vectors.json").get("power").get("mean_metric");
        JsonNode power = answer("experiment.power", metric.toString()).get("output");
        assertThat(power.get("power").asDouble()).isCloseTo(metric.get("power").asDouble(), within(6e-6));
        assertThat(power.get("mde_80").asDouble())
                .isCloseTo(metric.get("mde_80").asDouble(), within(6e-6));
        assertThat(answer("experiment.bayes", "{\"arms\":[[0,0],[0,0]]}")
                        .get("output")
                        .get("p_best")
                        .get(0)
                        .asDouble())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void quantilesRatiosWithCupedAndRunningExperimentsAreAnswered() {
        String low = "{'n':1000,'quantile_hat':10,'quantile_lower':9,'quantile_upper':11}".replace('\'', '"');
        String high = "{'n':1000,'quantile_hat':12,'quantile_lower':11,'quantile_upper':13}".replace('\'', '"');
        JsonNode quantile = answer(
                        "experiment.compare",
                        "{\"type\":\"bayesian_quantile\",\"control\":" + low + ",\"treatment\":" + high + "}")
                .get("output");
        // Each has an error of 2 / (2 · 1.96); relative by the delta method.
        double error = 1 / 1.959964 / 10;
        assertThat(quantile.get("expected").asDouble()).isCloseTo(0.2, within(1e-12));
        assertThat(quantile.get("sd").asDouble()).isCloseTo(error * Math.sqrt(1 + 1.44), within(1e-6));

        String ratio =
                "'sum':3000,'sum_squares':15000,'denominator_sum':1500,'denominator_sum_squares':3300,'sum_product':6500";
        String before =
                "'cov_sum':2900,'cov_sum_squares':14500,'cov_denominator_sum':1480,'cov_denominator_sum_squares':3200,"
                        + "'cov_sum_product':6300,'main_cov_product':11000,'main_cov_denominator_product':5000,"
                        + "'denominator_cov_product':5000,'denominator_cov_denominator_product':2600";
        String both = ("{'n':1000," + ratio + "," + before + "}").replace('\'', '"');
        String plain = ("{'n':1000," + ratio + "}").replace('\'', '"');
        JsonNode cuped = answer(
                        "experiment.compare",
                        "{\"type\":\"cuped_ratio_frequentist_relative\",\"control\":" + both + ",\"treatment\":" + both
                                + "}")
                .get("output");
        JsonNode without = answer(
                        "experiment.compare",
                        "{\"type\":\"ratio_frequentist_and_bayes_relative\",\"control\":" + plain + ",\"treatment\":"
                                + plain + "}")
                .get("output");
        assertThat(cuped.get("se").asDouble()).isLessThan(without.get("se").asDouble());
        assertThat(without.get("p").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(without.get("chanceToWin").asDouble()).isCloseTo(0.5, within(1e-12));

        JsonNode running = vectors("gbstats_vectors.json").get("power").get("mid_experiment");
        JsonNode scaled = answer("experiment.power", running.toString()).get("output");
        assertThat(scaled.get("scaling_factor").asDouble())
                .isCloseTo(running.get("scaling_factor").get("frequentist").asDouble(), within(0.05));
    }

    /** What the tests of confseq state. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'boundary':'two_sided_normal_mixture','s':10,'v':100,'v_opt':100}|30.35209|-0.6510052",
                "{'boundary':'one_sided_normal_mixture','s':10,'v':100,'v_opt':100}|27.66071|-0.06502391",
                "{'boundary':'gamma_exponential','s':10,'v':100,'v_opt':100,'c':2}|33.02017|-0.2490165",
                "{'boundary':'gamma_poisson','s':10,'v':100,'v_opt':100,'c':2}|30.1949|-0.06991219",
                "{'boundary':'beta_binomial','s':10,'v':100,'v_opt':100,'g':0.2,'h':0.8}|28.41238|-0.07134019",
                "{'boundary':'poly_stitching','v':100,'v_min':10,'c':3,'s':1.4,'eta':2}|64.48755|",
                "{'boundary':'empirical_process_lil','v':1000,'t_min':100,'A':0.85}|0.08204769|",
                "{'boundary':'msprt','s':10,'n':100,'sigma2':1,'tau2':0.0793615}|30.35209|-0.6510052"
            },
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`')
    void boundsOfConfseqAreMet(String input, double bound, Double log) {
        JsonNode output = answer("experiment.confseq", input.replace('\'', '"')).get("output");

        assertThat(output.get("bound").asDouble()).isCloseTo(bound, within(2e-5));
        if (log != null) {
            assertThat(output.get("log_mixture").asDouble()).isCloseTo(log, within(2e-5));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment.compare|{\"control\":{\"n\":1,\"sum\":1,\"sum_squares\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}",
                "experiment.compare|{\"control\":{\"n\":0,\"sum\":0,\"sum_squares\":0},\"treatment\":{\"n\":0,\"sum\":0,\"sum_squares\":0}}",
                "experiment.compare|{\"control\":{\"n\":4,\"sum\":4,\"sum_squares\":4},\"treatment\":{\"n\":4,\"sum\":4,\"sum_squares\":4}}",
                "experiment.power|{\"rate\":0.1,\"n_total\":4}"
            })
    void whatCannotBeSaidHasAReason(String function, String input) {
        assertThat(answer(function, input).get("output").get("reason").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "experiment.compare|{\"control\":{\"n\":-1,\"sum\":1,\"sum_squares\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}|control.n",
                "experiment.compare|{\"control\":{\"n\":5,\"sum\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}|control.sum_squares",
                "experiment.compare|{\"type\":\"guess\",\"control\":{\"n\":5,\"sum\":1,\"sum_squares\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}|type",
                "experiment.compare|{\"alpha\":2,\"control\":{\"n\":5,\"sum\":1,\"sum_squares\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}|alpha",
                "experiment.compare|{\"type\":\"bayesian_quantile\",\"control\":{\"n\":5,\"sum\":1,\"sum_squares\":1},\"treatment\":{\"n\":5,\"sum\":1,\"sum_squares\":1}}|treatment.quantile_lower",
                "experiment.compare|{\"control\":{\"n\":5,\"sum\":1},\"treatment\":{\"n\":5,\"sum\":1,\"cov_sum\":1,\"denominator_sum\":1}}|treatment.sum_squares",
                "experiment.srm|{\"users\":[1,2],\"weights\":[1]}|weights",
                "experiment.srm|{\"theta0\":[0.5,0.4],\"stream\":[0]}|theta0",
                "experiment.adjust|{\"p\":[0.1,1.5]}|p.1",
                "experiment.adjust|{\"p\":[0.1],\"method\":\"luck\"}|method",
                "experiment.boundaries|{\"design\":\"pocock\",\"t\":[0.5,0.2]}|t",
                "experiment.boundaries|{\"design\":\"none\",\"looks\":2}|design",
                "experiment.bayes|{\"arms\":[[2,1]]}|arms.0",
                "experiment.confseq|{\"boundary\":\"luck\"}|boundary",
                "experiment.confseq|{\"boundary\":\"gamma_poisson\",\"v\":1}|c",
                "experiment.power|{\"mean\":0,\"sd\":1,\"n_total\":10}|mean"
            })
    void aBadInputNamesItsField(String function, String input, String field) {
        assertThat(answer(function, input).get("error").get("field").asText()).isEqualTo(field);
    }
}
