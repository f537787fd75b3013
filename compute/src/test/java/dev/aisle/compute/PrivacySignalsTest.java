package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published strings through the command, as an auditor would send them. */
class PrivacySignalsTest {
    private static JsonNode answer(String function, JsonNode input) {
        Shell shell = Shell.run("{\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        assertThat(shell.code()).isZero();
        return Json.constant(shell.lines().getFirst());
    }

    private static Stream<JsonNode> vectors(String file, String part) throws IOException {
        return Json.STRICT
                .readTree(Files.readString(Shared.path("vectors/privacy/" + file)))
                .get(part)
                .valueStream();
    }

    static Stream<JsonNode> tcf() throws IOException {
        return vectors("tcf-vectors.json", "valid");
    }

    static Stream<JsonNode> brokenTcf() throws IOException {
        return vectors("tcf-vectors.json", "invalid");
    }

    static Stream<JsonNode> gpp() throws IOException {
        return vectors("gpp-vectors.json", "valid");
    }

    static Stream<JsonNode> supportOfGpc() throws IOException {
        return vectors("gpc-vectors.json", "well_known");
    }

    static Stream<JsonNode> brokenGpp() throws IOException {
        return vectors("gpp-vectors.json", "invalid");
    }

    @ParameterizedTest
    @MethodSource("tcf")
    void everyFieldOfATcfStringIsAnswered(JsonNode vector) {
        JsonNode output = answer("privacy.tcf", vector).get("output");

        assertThat(output.get("valid").asBoolean()).isTrue();
        vector.get("expect")
                .properties()
                .forEach(field -> assertThat(output.get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @MethodSource("gpp")
    void everyFieldOfAGppStringIsAnswered(JsonNode vector) {
        JsonNode output = answer("privacy.gpp", vector).get("output");

        assertThat(output.get("valid").asBoolean()).isTrue();
        vector.get("expect").properties().forEach(field -> {
            switch (field.getKey()) {
                case "decision" ->
                    assertThat(output.at("/purposes/ads_targeted").asText()).isEqualTo("optout");
                case "tcfeuv2" ->
                    field.getValue()
                            .properties()
                            .forEach(inner -> assertThat(output.get("tcfeuv2").get(inner.getKey()))
                                    .isEqualTo(inner.getValue()));
                default ->
                    assertThat(output.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    /** GPC, section on the support resource: whatever isn't a boolean in a JSON object says nothing. */
    @ParameterizedTest
    @MethodSource("supportOfGpc")
    void whetherASiteHeedsGpcIsReadFromItsSupportResource(JsonNode vector) {
        ObjectNode input = vector.deepCopy();
        input.remove("support");

        assertThat(answer("privacy.gpc", input).at("/output/support")).isEqualTo(vector.get("support"));
    }

    @ParameterizedTest
    @MethodSource({"brokenTcf", "brokenGpp"})
    void whatCanNotBeReadIsInvalidWithAReasonAndNoError(JsonNode vector) {
        JsonNode answer = answer(vector.has("tc") ? "privacy.tcf" : "privacy.gpp", vector);

        assertThat(answer.at("/output/valid").isBoolean()).isTrue();
        assertThat(answer.at("/output/valid").asBoolean()).isFalse();
        assertThat(answer.at("/output/reason").asText()).isNotBlank();
    }

    @Test
    void aDecisionNamesTheRuleAndFollowsAShopsOwnTable(@TempDir Path folder) throws IOException {
        JsonNode row = Json.constant("{\"j\":\"US-TX\",\"age\":\"adult\",\"purpose\":\"analytics\",\"explicit\":\"\"}");
        Path own = Files.writeString(
                folder.resolve("rules.csv"),
                dev.aisle.algorithms.privacy.rules.ConsentRules.builtIn()
                        .text()
                        .replace("US-TX,adult,opt_out", "US-TX,adult,opt_in"));
        JsonNode strict = Json.constant(row.toString().replace("{", "{\"rules\":\"" + own + "\","));

        assertThat(answer("consent.decide", row).get("output"))
                .isEqualTo(
                        Json.constant(
                                "{\"decision\":\"ALLOW\",\"reason\":\"jurisdiction_default_opt_out\",\"rule\":\"jurisdiction_default\"}"));
        assertThat(answer("consent.decide", strict).at("/output/decision").asText())
                .isEqualTo("DENY");
    }

    @Test
    void aTableThatBreaksAPromiseIsAnErrorWithItsLine(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(
                folder.resolve("rules.csv"),
                dev.aisle.algorithms.privacy.rules.ConsentRules.builtIn()
                        .text()
                        .replace("suppressed=yes,DENY", "suppressed=yes,ALLOW"));

        JsonNode error = answer(
                        "consent.decide",
                        Json.constant(
                                "{\"j\":\"EU\",\"age\":\"adult\",\"purpose\":\"analytics\",\"rules\":\"" + own + "\"}"))
                .get("error");

        assertThat(error.get("field").asText()).isEqualTo("rules");
        assertThat(error.get("message").asText()).contains("line ", "suppressed");
    }
}
