package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.merkle.HeadKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of trees and of anonymity, replayed through the command. */
class PrivacyFunctionsTest {
    private static JsonNode answer(String function, JsonNode input) {
        String line = "{\"function\":\"" + function + "\",\"input\":" + input + "}\n";
        Shell shell = Shell.run(line, "compute");
        assertThat(shell.lines()).hasSize(1);
        return Json.constant(shell.lines().getFirst());
    }

    private static JsonNode vectors(String name) {
        try {
            return Json.STRICT.readTree(Files.readString(Shared.path("vectors/privacy/" + name)));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Test
    void everyPublishedPathIsComputed() {
        JsonNode file = vectors("merkle-rfc6962-vectors.json");

        for (String kind : new String[] {"inclusion", "consistency"}) {
            for (JsonNode vector : file.get(kind)) {
                ObjectNode input = vector.deepCopy();
                input.set("leafInputsHex", file.get("leafInputsHex"));
                JsonNode output = answer("privacy.merkle", input).get("output");
                int size =
                        vector.get(kind.equals("inclusion") ? "size" : "second").asInt();
                assertThat(output.get("proof")).isEqualTo(vector.get("path"));
                assertThat(output.get("root")).isEqualTo(file.get("rootsBySize").get(size));
            }
        }
    }

    @Test
    void everyPublishedPathIsVerifiedUnderItsOwnNames() {
        JsonNode file = vectors("merkle-rfc6962-vectors.json");

        for (JsonNode vector : file.get("inclusion")) {
            ObjectNode made = vector.deepCopy();
            made.set("leafInputsHex", file.get("leafInputsHex"));
            ObjectNode input = vector.deepCopy();
            input.set("leafHash", answer("privacy.merkle", made).at("/output/leafHash"));
            input.set("root", file.get("rootsBySize").get(vector.get("size").asInt()));
            assertThat(answer("privacy.merkle", input).at("/output/valid").asBoolean())
                    .isTrue();
        }
        for (JsonNode vector : file.get("consistency")) {
            ObjectNode input = vector.deepCopy();
            input.set("root1", file.get("rootsBySize").get(vector.get("first").asInt()));
            input.set("root2", file.get("rootsBySize").get(vector.get("second").asInt()));
            assertThat(answer("privacy.merkle", input).at("/output/valid").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void everyPublishedProbeIsJudged() {
        for (JsonNode probes : vectors("merkle-rfc6962-vectors.json").get("probes")) {
            for (JsonNode probe : probes) {
                assertThat(answer("privacy.merkle", probe).at("/output/valid").asBoolean())
                        .as(probe.get("desc").asText())
                        .isEqualTo(!probe.get("wantErr").asBoolean());
            }
        }
    }

    @Test
    void anEntryOfTheAuditLogIsVerifiedAgainstASignedHead() {
        HeadKey key = HeadKey.ofSeed("07".repeat(32));
        ObjectNode tree = Json.STRICT.createObjectNode();
        tree.putArray("leaves").add("first").add("second").add("third");
        JsonNode made = answer("privacy.merkle", tree.put("index", 1)).get("output");
        String head = "{\"root\":\"" + made.get("root").asText() + "\",\"size\":3}";

        ObjectNode receipt = Json.STRICT.createObjectNode();
        receipt.put("entry", "second").put("leafIdx", 1).put("head", head);
        receipt.set("proof", made.get("proof"));
        receipt.put("publicKey", key.verifier().hex());
        receipt.put("signature", HexFormat.of().formatHex(key.sign(head.getBytes(StandardCharsets.UTF_8))));

        assertThat(answer("privacy.merkle", receipt).at("/output/valid").asBoolean())
                .isTrue();
        assertThat(answer("privacy.merkle", receipt.deepCopy().put("entry", "edited"))
                        .at("/output/reason")
                        .asText())
                .contains("isn't at this place");
        assertThat(answer("privacy.merkle", receipt.deepCopy().put("head", head.replace(":3}", ":4}")))
                        .at("/output/reason")
                        .asText())
                .contains("isn't signed");
    }

    @Test
    void theOptimaOfArxAreFoundInTheAdultData() {
        JsonNode file = vectors("k-anonymity-vectors.json");

        for (JsonNode row : file.get("generalised")) {
            ObjectNode asGiven = row.deepCopy();
            asGiven.setAll(adults(file));
            assertThat(answer("privacy.anonymity", asGiven).at("/output/suppressed"))
                    .isEqualTo(row.get("suppressed"));
            ObjectNode input = adults(file).put("k", row.get("k").asInt());
            input.set("suppression_limit", row.get("arx_suppression_limit"));
            JsonNode output = answer("privacy.anonymity", input).get("output");
            assertThat(output.get("levels")).isEqualTo(row.get("levels"));
            assertThat(output.get("suppressed")).isEqualTo(row.get("suppressed"));
            assertThat(output.get("min_class")).isEqualTo(row.get("min_class"));
        }
    }

    @Test
    void theRisksOfTheRawAdultDataAreMet() {
        JsonNode file = vectors("k-anonymity-vectors.json");
        ObjectNode input = adults(file).put("k", 1);
        for (int i = 0; i < 9; i++) {
            input.withArray("levels").add(0);
        }

        JsonNode output = answer("privacy.anonymity", input).get("output");

        assertThat(output.get("classes")).isEqualTo(file.at("/raw/equivalence_classes"));
        assertThat(output.get("average_risk").asDouble())
                .isCloseTo(file.at("/raw/average_risk").asDouble(), within(1e-12));
        assertThat(output.get("unique_fraction").asDouble())
                .isCloseTo(file.at("/raw/unique_fraction").asDouble(), within(1e-12));
    }

    private static ObjectNode adults(JsonNode file) {
        Path folder = Shared.path("vectors/privacy/adult");
        ObjectNode input = Json.STRICT.createObjectNode().put("path", folder + "/adult.csv");
        input.set("quasi_identifiers", file.get("columns"));
        ObjectNode hierarchies = input.putObject("hierarchies");
        file.get("columns")
                .forEach(column ->
                        hierarchies.put(column.asText(), folder + "/adult_hierarchy_" + column.asText() + ".csv"));
        return input;
    }

    @Test
    void diversityIsAskedOfTheSensitiveColumn(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "g,ill\na,flu\na,flu\nb,flu\nb,none\n");
        ObjectNode input = Json.STRICT.createObjectNode();
        input.put("path", file.toString()).put("k", 2).put("l", 2).put("sensitive", "ill");
        input.putArray("quasi_identifiers").add("g");

        assertThat(answer("privacy.anonymity", input).at("/output/levels/0").asInt())
                .isEqualTo(1);
        assertThat(answer("privacy.anonymity", input.put("l", 3))
                        .at("/output/reason")
                        .asText())
                .contains("even with everything generalised");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"function\":\"privacy.merkle\",\"input\":{}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leaves\":7}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leaves\":[\"a\"],\"index\":1}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leaves\":[\"a\"],\"size\":2}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leaves\":[\"a\"],\"first\":0}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leafInputsHex\":[\"0\"]}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"leafIdx\":0,\"treeSize\":1,\"root\":\"!\",\"leafHash\":\"\"}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"size1\":1.5,\"size2\":2,\"root1\":\"\",\"root2\":\"\"}}",
                "{\"function\":\"privacy.merkle\",\"input\":{\"head\":\"x\",\"publicKey\":\"00\",\"signature\":\"\"}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"path\":\"/no/such.csv\",\"quasi_identifiers\":[\"a\"],\"k\":2}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1]],\"quasi_identifiers\":[],\"k\":2}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[],\"quasi_identifiers\":[\"a\"],\"k\":2}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1,2]],\"quasi_identifiers\":[\"a\"],\"k\":2}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1]],\"quasi_identifiers\":[\"a\"],\"k\":0}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1]],\"quasi_identifiers\":[\"a\"],\"k\":1,\"levels\":[9]}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1]],\"quasi_identifiers\":[\"a\"],\"k\":1,\"hierarchies\":{\"a\":[[\"2\",\"*\"]]}}}",
                "{\"function\":\"privacy.anonymity\",\"input\":{\"rows\":[[1]],\"quasi_identifiers\":[\"a\"],\"k\":1,\"suppression_limit\":2}}"
            })
    void whatCanNotBeUsedIsAnErrorWithAField(String line) {
        Shell shell = Shell.run(line + "\n", "compute");
        JsonNode answer = Json.constant(shell.lines().getFirst());

        assertThat(answer.has("output")).isFalse();
        assertThat(answer.at("/error/field").asText()).isNotBlank();
        assertThat(answer.at("/error/message").asText()).isNotBlank();
    }
}
