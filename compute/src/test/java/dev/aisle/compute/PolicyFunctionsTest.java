package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bandits and off-policy evaluation through the command, with the vectors and the real log. */
class PolicyFunctionsTest {
    private static JsonNode answer(String function, String input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode vectors(String name) {
        try {
            return new ObjectMapper()
                    .readTree(Shared.path("vectors/marketing/" + name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ope(String policy) {
        return "{\"logged\":\"%s\",\"evaluation_policy\":\"%s\",\"clips\":[1,2,5,10]}"
                .formatted(Shared.path("data/open_bandit_small/bts_men_men.csv"), policy);
    }

    @Test
    void theRealLogGivesTheStatedEstimates() {
        JsonNode expected = vectors("ope_vectors.json")
                .get("campaigns")
                .get("men")
                .get("cases")
                .get(0);

        JsonNode output = answer("ope.evaluate", ope("uniform")).get("output");

        for (String name : new String[] {"ips", "ips_se", "snips", "dm", "dr", "dr_se", "sndr", "mean_weight"}) {
            assertThat(output.get(name).asDouble())
                    .as(name)
                    .isCloseTo(expected.get(name).asDouble(), within(1e-9));
        }
        assertThat(output.get("ess").asDouble()).isCloseTo(expected.get("ess").asDouble(), within(1e-6));
        assertThat(output.get("max_weight").asDouble())
                .isCloseTo(expected.get("max_weight").asDouble(), within(1e-9));
        assertThat(output.get("clipped_ips").get("2").asDouble())
                .isCloseTo(expected.get("clipped_ips").get("2").asDouble(), within(1e-9));
        assertThat(output.get("switch_dr").get("5").asDouble())
                .isCloseTo(expected.get("switch_dr").get("5").asDouble(), within(1e-9));
        assertThat(output.get("trustworthy").asBoolean()).isTrue();
    }

    @Test
    void aPolicyOfAFileIsRead(@TempDir Path folder) throws IOException {
        Path always = Files.writeString(folder.resolve("always.csv"), "item_id,probability\n33,1\n");
        Path short1 = Files.writeString(folder.resolve("short.csv"), "item_id,probability\n1,0.4\n");

        assertThat(answer("ope.evaluate", ope(always.toString()))
                        .get("output")
                        .get("n")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(answer("ope.evaluate", ope(short1.toString()))
                        .get("error")
                        .get("field")
                        .asText())
                .isEqualTo("evaluation_policy");
    }

    @Test
    void banditsAreThoseOfTheVectors() {
        JsonNode linUcb = vectors("bandit_vectors.json").get("linucb");
        ObjectNode input = linUcb.get("cases").get(1).deepCopy();
        input.put("policy", "linucb")
                .<ObjectNode>set("context_history", linUcb.get("context_history"))
                .set("contexts", linUcb.get("contexts"));
        JsonNode output = answer("bandit.weights", input.toString()).get("output");
        assertThat(output.get("chosen")).isEqualTo(linUcb.get("cases").get(1).get("chosen"));

        ObjectNode normal = vectors("bandit_vectors.json")
                .get("growthbook_bandit")
                .get("normal_case")
                .deepCopy();
        normal.put("policy", "top_two_thompson").put("floor", 0.01);
        JsonNode weights =
                answer("bandit.weights", normal.toString()).get("output").get("weights");
        assertThat(weights.get(3).asDouble())
                .isCloseTo(normal.get("floor_01_weights").get(3).asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"policy\":\"luck\"}|policy",
                "{\"policy\":\"thompson\",\"mean\":[1,2],\"sd\":[1,0]}|sd",
                "{\"policy\":\"thompson\",\"arms\":[{\"n\":1,\"sum\":1,\"sum_squares\":1}]}|arms.0",
                "{\"policy\":\"ucb1\",\"arms\":[]}|arms",
                "{\"policy\":\"linucb\",\"context_history\":[[1,2]],\"decisions\":[0],\"rewards\":[1],\"contexts\":[[1,2]]}|decisions.0"
            })
    void aBadInputNamesItsField(String input, String field) {
        assertThat(answer("bandit.weights", input).get("error").get("field").asText())
                .isEqualTo(field);
    }
}
