package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeCommandTest {
    private static JsonNode answer(String line) {
        Shell shell = Shell.run(line + "\n", "compute");
        assertThat(shell.code()).isZero();
        assertThat(shell.lines()).hasSize(1);
        return Json.constant(shell.lines().getFirst());
    }

    @Test
    void everyFunctionListsItsInputAndRunsItsExample() {
        List<String> listed = Shell.run("", "compute", "--list").lines();

        assertThat(listed).hasSizeGreaterThanOrEqualTo(4).allSatisfy(line -> {
            JsonNode function = Json.constant(line);
            assertThat(function.at("/input/properties").size()).isPositive();
            Shell example = Shell.run(
                    "", "compute", "--example", function.get("function").asText());
            assertThat(answer(example.out().strip()).has("output")).isTrue();
        });
    }

    @Test
    void aBadLineGetsAnErrorAndTheNextGoesOnInOrder() {
        Shell shell = Shell.run("""
                {"id":1,"function":"flags.hash","input":{"seed":"seed","value":"a","version":2}}
                nonsense
                {"id":3,"function":"no.such","input":{}}

                {"id":4.50,"function":"flags.hash","input":{"seed":"","value":"a","version":1}}
                """, "compute");

        assertThat(shell.code()).isZero();
        assertThat(shell.lines().get(0)).isEqualTo("{\"id\":1,\"output\":{\"hash\":0.0505}}");
        assertThat(shell.lines().get(1)).startsWith("{\"id\":null,\"error\":{\"field\":\"\",\"message\":\"not JSON: ");
        assertThat(shell.lines().get(2)).contains("\"field\":\"function\"", "unknown function 'no.such'", "flags.hash");
        assertThat(shell.lines().get(3)).isEqualTo("{\"id\":4.50,\"output\":{\"hash\":0.22}}");
        assertThat(shell.lines()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"function\":\"flags.hash\",\"input\":{\"seed\":\"\",\"value\":NaN,\"version\":1}}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":1} {\"id\":2}",
                "[1]",
                "{}",
                "{\"function\":\"flags.hash\"}",
                "{\"function\":\"flags.hash\",\"input\":{\"seed\":\"\",\"value\":\"a\",\"version\":1.5}}",
                "{\"function\":\"flags.hash\",\"input\":{\"seed\":[],\"value\":\"a\",\"version\":1}}",
                "{\"function\":\"consent.decide\",\"input\":{\"j\":\"EU\",\"age\":\"adult\",\"purpose\":\"world_peace\"}}",
                "{\"function\":\"consent.decide\",\"input\":{\"path\":\"/no/such/file.csv\"}}",
                "{\"function\":\"recommend.metrics\",\"input\":{\"run\":{\"a\":[\"x\",\"x\"]},\"truth\":{},\"k\":5}}",
                "{\"function\":\"recommend.metrics\",\"input\":{\"run\":{\"a\":[\"x\",\"y\"]},\"truth\":{},\"k\":5,\"items\":1}}",
                "{\"function\":\"recommend.metrics\",\"input\":{\"run\":{},\"truth\":{},\"k\":0}}",
                "{\"function\":\"privacy.pii\",\"input\":{\"text\":7}}",
                "{\"function\":\"privacy.pii\",\"input\":{\"text\":\"x\",\"types\":[\"SHOE_SIZE\"]}}",
                "{\"function\":\"privacy.pseudonym\",\"input\":{\"keyId\":\"k\",\"key\":\"0\",\"tenant\":\"s\",\"type\":\"email\",\"value\":\"a@b.c\"}}"
            })
    void whatCantBeUsedIsAnErrorWithAFieldAndAMessage(String line) {
        JsonNode answer = answer(line);

        assertThat(answer.has("output")).isFalse();
        assertThat(answer.at("/error/field").isTextual()).isTrue();
        assertThat(answer.at("/error/message").asText()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void deepNestingIsAnErrorNotACrash() {
        assertThat(answer("[".repeat(10_000)).at("/error/message").asText()).startsWith("not JSON: ");
    }

    @Test
    void aHashVersionThatDoesNotExistIsNullWithAReason() {
        JsonNode answer =
                answer("{\"function\":\"flags.hash\",\"input\":{\"seed\":\"abc\",\"value\":\"def\",\"version\":99}}");

        assertThat(answer.at("/output/hash").isNull()).isTrue();
        assertThat(answer.at("/output/reason").asText()).contains("99");
    }

    @Test
    void anInputThatCanNotBeReadIsExitCodeOne() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        PrintStream sink = new PrintStream(PrintStream.nullOutputStream());

        assertThat(Main.run(List.of("compute"), broken, sink, sink)).isEqualTo(1);
    }

    @Test
    void anUnknownCommandOrArgumentIsExitCodeTwoInOneLine() {
        for (Shell shell : List.of(
                Shell.run(""),
                Shell.run("", "dance"),
                Shell.run("", "compute", "--no"),
                Shell.run("", "compute", "--example", "x"))) {
            assertThat(shell.code()).isEqualTo(2);
            assertThat(shell.err().lines()).hasSize(1);
        }
    }

    @Test
    void thePublishedPseudonymsCanBeReplayedAsTheyAre() throws IOException {
        JsonNode file = Json.STRICT.readTree(Files.readString(Shared.path("vectors/privacy/pseudonym-vectors.json")));

        for (JsonNode vector : file.get("vectors")) {
            ObjectNode input = vector.deepCopy();
            input.set("keysHex", file.get("keysHex"));
            JsonNode answer = answer("{\"function\":\"privacy.pseudonym\",\"input\":" + input + "}");
            assertThat(answer.at("/output/pseudonym")).isEqualTo(vector.get("pseudonym"));
            assertThat(answer.at("/output/normalised")).isEqualTo(vector.get("normalised"));
        }
    }

    @Test
    void thePublishedTextsCanBeReplayedAndTheirFindsAreThere() throws IOException {
        JsonNode cases = Json.STRICT
                .readTree(Files.readString(Shared.path("vectors/privacy/pii-detector-vectors.json")))
                .get("cases");

        for (String type :
                List.of("EMAIL_ADDRESS", "CREDIT_CARD", "IBAN_CODE", "IP_ADDRESS", "MAC_ADDRESS", "CRYPTO")) {
            for (JsonNode vector : cases.get(type)) {
                ObjectNode input = Json.STRICT.createObjectNode();
                input.set("text", vector.get("text"));
                input.putArray("types").add(type);
                JsonNode answer = answer("{\"function\":\"privacy.pii\",\"input\":" + input + "}");
                assertThat(answer.at("/output/spans").size())
                        .as("%s in %s", type, vector.get("text"))
                        .isEqualTo(vector.get("expected_count").asInt());
            }
        }
    }

    @Test
    void theDecisionTableCanBeReplayedAsAFileAndRowByRow() throws IOException {
        Path table = Shared.path("vectors/privacy/consent-decision-sample.csv");
        List<String> rows = Files.readAllLines(table);

        JsonNode decisions = answer("{\"function\":\"consent.decide\",\"input\":{\"path\":\"" + table + "\"}}")
                .at("/output/decisions");

        assertThat(decisions.size()).isEqualTo(rows.size() - 1);
        for (int n = 0; n < decisions.size(); n++) {
            String[] cells = rows.get(n + 1).split(",", -1);
            assertThat(decisions.get(n).get("decision").asText()).isEqualTo(cells[8]);
            assertThat(decisions.get(n).get("reason").asText()).isEqualTo(cells[9]);
        }
    }

    @Test
    void theValuesOfTrecEvalAreMet() {
        Path run = Shared.path("vectors/reco/trec_eval/results.test");
        Path truth = Shared.path("vectors/reco/trec_eval/qrels.test");

        JsonNode output = answer("{\"function\":\"recommend.metrics\",\"input\":{\"run\":\"" + run + "\",\"truth\":\""
                        + truth + "\",\"k\":[1,5,10,20,1000]}}")
                .get("output");

        assertThat(output.get("precision@5").asDouble()).isCloseTo(0.2667, within(5e-5));
        assertThat(output.get("precision@10").asDouble()).isCloseTo(0.3000, within(5e-5));
        assertThat(output.get("recall@5").asDouble()).isCloseTo(0.0173, within(5e-5));
        assertThat(output.get("ndcg@5").asDouble()).isCloseTo(0.2768, within(5e-5));
        assertThat(output.get("ndcg@10").asDouble()).isCloseTo(0.3016, within(5e-5));
        assertThat(output.get("ndcg@20").asDouble()).isCloseTo(0.3525, within(5e-5));
        assertThat(output.get("ndcg@1000").asDouble()).isCloseTo(0.4021, within(5e-5));
        assertThat(output.get("map@1000").asDouble()).isCloseTo(0.1785, within(5e-5));
        assertThat(output.get("mrr@1000").asDouble()).isCloseTo(0.4064, within(5e-5));
        assertThat(output.get("hr@1").asDouble()).isCloseTo(0.3333, within(5e-5));
        assertThat(output.get("hr@10").asDouble()).isCloseTo(0.6667, within(5e-5));
    }

    @Test
    void aMetricWithoutAValueIsNullWithAReason() {
        JsonNode output = answer(
                        "{\"function\":\"recommend.metrics\",\"input\":{\"run\":{\"a\":[1,2]},\"truth\":{\"a\":[2]},\"k\":2}}")
                .get("output");

        assertThat(output.get("novelty@2").isNull()).isTrue();
        assertThat(output.at("/reason/novelty@2").asText()).isNotBlank();
        assertThat(output.get("mrr@2").asDouble()).isEqualTo(0.5);
        assertThat(output.toString()).doesNotContain("NaN", "Infinity");
    }
}
