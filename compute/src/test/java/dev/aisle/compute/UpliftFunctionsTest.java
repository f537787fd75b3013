package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The women's e-mail of Hillstrom's trial against none, and the unit cases of scikit-uplift. */
class UpliftFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private static JsonNode vectors() throws IOException {
        return JSON.readTree(
                Shared.path("vectors/marketing/uplift_vectors.json").toFile());
    }

    private static JsonNode answer(JsonNode input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"uplift.fit\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static ObjectNode hillstrom(JsonNode vectors, String learner) {
        ObjectNode input = JSON.createObjectNode();
        input.put("data", Shared.path("data/hillstrom/hillstrom.csv.gz").toString());
        input.put("treatment", "segment").put("control", "No E-Mail");
        input.put("arm", vectors.at("/runs/0/arm").textValue());
        input.put("outcome", vectors.at("/runs/0/outcome").textValue());
        input.set("features", vectors.at("/design/features"));
        input.set("split", vectors.at("/design/split"));
        return input.put("learner", learner);
    }

    @ParameterizedTest
    @CsvSource({"t, t_learner", "x, x_learner", "dr, dr_learner", "transformed_outcome, transformed_outcome"})
    void theTrialHasThePublishedEffectAndRanking(String learner, String name) throws IOException {
        JsonNode vectors = vectors();
        JsonNode expected = vectors.at("/runs/0/models/" + name);

        JsonNode output = answer(hillstrom(vectors, learner)).get("output");

        assertThat(output.get("ate").asDouble())
                .isCloseTo(vectors.at("/runs/0/ate").asDouble(), within(1e-12));
        assertThat(output.get("ate_se").asDouble())
                .isCloseTo(vectors.at("/runs/0/ate_se").asDouble(), within(1e-12));
        assertThat(output.get("scores")).hasSize(vectors.at("/runs/0/n_test").asInt());
        for (int n = 0; n < 5; n++) {
            assertThat(output.get("scores").get(n).asDouble())
                    .isCloseTo(expected.get("first5_test").get(n).asDouble(), within(1e-9));
        }
        for (String field : new String[] {"mean_score", "qini_auc", "qini_auc_no_negative_effect", "uplift_auc"}) {
            assertThat(output.get(field).asDouble())
                    .as(field)
                    .isCloseTo(expected.get(field).asDouble(), within(1e-9));
        }
        for (String field : new String[] {"qini_area", "qini_perfect_area", "qini_random_area"}) {
            double area = expected.get(field).asDouble();
            assertThat(output.get(field).asDouble()).as(field).isCloseTo(area, within(1e-9 * area));
        }
        for (int n = 0; n < 10; n++) {
            JsonNode decile = expected.get("deciles").get(n);
            assertThat(output.at("/deciles/" + n + "/n").asInt())
                    .isEqualTo(decile.get("n").asInt());
            assertThat(output.at("/deciles/" + n + "/uplift").asDouble())
                    .isCloseTo(decile.get("uplift").asDouble(), within(1e-9));
        }
    }

    @Test
    void aLinearSLearnerHasOneEffectForAll() throws IOException {
        JsonNode vectors = vectors();

        JsonNode output = answer(hillstrom(vectors, "s")).get("output");

        double effect = vectors.at("/runs/0/s_learner_effect").asDouble();
        assertThat(output.at("/scores/0").asDouble()).isCloseTo(effect, within(1e-9));
        assertThat(output.get("mean_score").asDouble()).isCloseTo(effect, within(1e-9));
    }

    @Test
    void textsBecomeColumnsAndASplitByShareRepeats() throws IOException {
        ObjectNode input = hillstrom(vectors(), "x").put("split", 0.7).put("seed", 5);
        input.putArray("features").add("recency").add("channel").add("zip_code");

        JsonNode output = answer(input).get("output");

        assertThat(output.get("scores").size()).isBetween(12_500, 13_100);
        assertThat(answer(input).get("output")).isEqualTo(output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "data; {\"data\":\"nowhere.csv\"}",
                "treatment; {\"treatment\":\"x\"}",
                "arm; {\"arm\":\"z\"}",
                "control; {\"control\":\"z\"}",
                "control; {\"control\":\"a\"}",
                "outcome; {\"outcome\":\"g\"}",
                "features; {\"features\":\"f\"}",
                "features; {\"features\":[\"nothing\"]}",
                "features; {\"features\":[\"f\",\"f\"]}",
                "learner; {\"learner\":\"z\"}",
                "ridge; {\"ridge\":-1}",
                "split; {\"split\":1}"
            })
    void whatCantBeFittedNamesItsField(String field, String change) throws IOException {
        Path file = folder.resolve("trial.csv");
        Files.writeString(file, "g,f,y\n" + "a,1,0\na,2,1\na,3,1\na,4,0\nb,1,0\nb,5,1\nb,2,0\nb,3,1\n".repeat(4));
        ObjectNode input = JSON.createObjectNode()
                .put("data", file.toString())
                .put("treatment", "g")
                .put("arm", "a")
                .put("control", "b")
                .put("outcome", "y");
        input.putArray("features").add("f");
        assertThat(answer(input).at("/output/scores")).hasSize(16);

        input.setAll((ObjectNode) JSON.readTree(change));

        assertThat(answer(input).at("/error/field").asText()).isEqualTo(field);
    }
}
