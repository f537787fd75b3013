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
import java.util.Arrays;
import java.util.List;
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

    private static String ope(String behaviour, String policy) {
        return "{\"logged\":\"%s\",\"evaluation_policy\":\"%s\",\"actions\":34,\"clips\":[1,2,5,10]}"
                .formatted(Shared.path("data/open_bandit_small/" + behaviour + "_men_men.csv"), policy);
    }

    /** The log, the policy that is asked about, and whether enough choices carry the answer. */
    @ParameterizedTest
    @CsvSource({"0,bts,uniform,true", "1,random,likeBts,true", "2,random,always17,true", "3,random,mostly17,true"})
    void theRealLogsGiveTheStatedEstimates(
            int number, String behaviour, String policy, boolean trusted, @TempDir Path folder) throws IOException {
        JsonNode expected = vectors("ope_vectors.json")
                .get("campaigns")
                .get("men")
                .get("cases")
                .get(number);

        JsonNode output = answer(
                        "ope.evaluate", ope(behaviour, policy.equals("uniform") ? policy : file(policy, folder)))
                .get("output");

        expected.properties().stream()
                .filter(one -> one.getValue().isNumber() && !one.getKey().equals("target_on_policy"))
                .forEach(one -> assertThat(output.get(one.getKey()).asDouble())
                        .as(one.getKey())
                        .isCloseTo(
                                one.getValue().asDouble(),
                                within(1e-6 * Math.max(1e-3, one.getValue().asDouble()))));
        for (String family : new String[] {"clipped_ips", "switch_dr", "dr_os", "dr_clipped", "sg_ips"}) {
            expected.get(family)
                    .properties()
                    .forEach(one -> assertThat(
                                    output.get(family).get(one.getKey()).asDouble())
                            .as(family + " " + one.getKey())
                            .isCloseTo(one.getValue().asDouble(), within(1e-9)));
        }
        assertThat(output.get("trustworthy").asBoolean()).isEqualTo(trusted);
        // What always shows one item is judged by the choices that showed it.
        if (expected.has("replay")) {
            assertThat(output.get("ess").asDouble())
                    .isCloseTo(expected.at("/replay/matches").asDouble(), within(1e-6));
            assertThat(output.get("snips").asDouble())
                    .isCloseTo(expected.at("/replay/value").asDouble(), within(1e-9));
        }
    }

    /** Probabilities of 34 items: by the click rates of the other log, always item 17, or it nine times in ten. */
    private static String file(String policy, Path folder) throws IOException {
        double[] weights = new double[34];
        if (policy.equals("likeBts")) {
            double[] shown = new double[34];
            double[] clicked = new double[34];
            List<String> lines = Files.readAllLines(Shared.path("data/open_bandit_small/bts_men_men.csv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                shown[Integer.parseInt(cells[2])]++;
                clicked[Integer.parseInt(cells[2])] += Double.parseDouble(cells[4]);
            }
            Arrays.setAll(weights, item -> (clicked[item] + 1) / (shown[item] + 200));
        } else {
            Arrays.fill(weights, policy.equals("always17") ? 0 : 0.1 / 34);
            weights[17] += policy.equals("always17") ? 1 : 0.9;
        }
        double sum = Arrays.stream(weights).sum();
        StringBuilder rows = new StringBuilder("item_id,probability\n");
        for (int item = 0; item < 34; item++) {
            rows.append(item).append(',').append(weights[item] / sum).append('\n');
        }
        return Files.writeString(folder.resolve(policy + ".csv"), rows).toString();
    }

    @Test
    void aPolicyOfAFileIsRead(@TempDir Path folder) throws IOException {
        Path always = Files.writeString(folder.resolve("always.csv"), "item_id,probability\n33,1\n");
        Path short1 = Files.writeString(folder.resolve("short.csv"), "item_id,probability\n1,0.4\n");

        assertThat(answer("ope.evaluate", ope("bts", always.toString()))
                        .get("output")
                        .get("n")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(answer("ope.evaluate", ope("bts", short1.toString()))
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
                "{\"version\":\"unleash\",\"seed\":\"gr1\",\"value\":\"123\"}|73",
                "{\"version\":\"unleash_variant\",\"seed\":\"gr1\",\"value\":\"123\",\"most\":1000}|796",
                "{\"version\":\"flagd\",\"seed\":\"\",\"value\":\"ceQdGm\",\"most\":10000}|9999",
                "{\"version\":\"optimizely\",\"seed\":\"1886780721\",\"value\":\"ppid1\"}|5254",
                "{\"version\":\"murmur3\",\"seed\":2538058380,\"value\":\"test\"}|1883996636",
                "{\"version\":\"sha1\",\"seed\":\"hashKey.saltyA\",\"value\":\"userKeyA\"}|0.4215758743392494"
            })
    void unitsAreWhereOtherProductsPutThem(String input, double hash) {
        assertThat(answer("flags.hash", input).get("output").get("hash").asDouble())
                .isCloseTo(hash, within(1e-15));
    }

    @Test
    void aToggleOfUnleashIsWhatUnleashSays() {
        JsonNode file = vectors("unleash/08-variants.json");
        file.get("variantTests").forEach(test -> {
            ObjectNode input = new ObjectMapper().createObjectNode();
            input.set("state", file.get("state"));
            input.put("toggle", test.get("toggleName").asText()).set("context", test.get("context"));
            JsonNode output = answer("flags.unleash", input.toString()).get("output");

            assertThat(output.get("enabled").asBoolean())
                    .isEqualTo(test.at("/expectedResult/feature_enabled").asBoolean());
            assertThat(output.get("variant").asText("disabled"))
                    .isEqualTo(test.at("/expectedResult/name").asText());
        });
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
