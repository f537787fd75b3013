package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Questions to a shop's service (Bitext, CDLA-Sharing) beside questions that are none (CLINC150), and reviews in Chinese; none of them is shipped. */
class TextFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Map<String, String>> rows(String file) throws IOException {
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(Shared.path(file).toFile())
                .readAll();
    }

    private static JsonNode answer(String function, ObjectNode input) {
        Shell shell = Shell.run("{\"id\":1,\"function\":\"" + function + "\",\"input\":" + input + "}\n", "compute");
        return Json.constant(shell.lines().getFirst());
    }

    private static ObjectNode texts(List<String> texts) {
        ObjectNode input = JSON.createObjectNode();
        ArrayNode all = input.putArray("texts");
        texts.forEach(all::add);
        return input;
    }

    @Test
    void intentsAreRecognisedAndQuestionsOfAnotherKindRefusedAtTheSameSetting() throws IOException {
        List<Map<String, String>> known = rows("data/support_intents/dev.csv");
        List<Map<String, String>> foreign = rows("data/support_intents/out_of_scope_dev.csv");
        ObjectNode input = texts(Stream.concat(known.stream(), foreign.stream())
                .map(row -> row.getOrDefault("utterance", ""))
                .toList());
        input.put("train", Shared.path("data/support_intents/train.csv").toString());

        JsonNode output = answer("text.classify", input).get("output");

        int right = 0;
        int refused = 0;
        for (int n = 0; n < known.size() + foreign.size(); n++) {
            boolean outOfScope = output.get("outOfScope").get(n).booleanValue();
            if (n < known.size()) {
                String intent = output.get("intents").get(n).textValue();
                right += !outOfScope && intent.equals(known.get(n).get("intent")) ? 1 : 0;
            } else {
                refused += outOfScope ? 1 : 0;
            }
        }
        System.out.printf("%d of %d intents, %d of %d refused%n", right, known.size(), refused, foreign.size());
        assertThat(right / (double) known.size()).isGreaterThanOrEqualTo(0.96);
        assertThat(refused / (double) foreign.size()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void theToneOfChineseReviewsIsHeardThoughNoneWasLearnedFrom() throws IOException {
        List<Map<String, String>> reviews = rows("data/reviews_zh/dev.csv");
        ObjectNode input = texts(
                reviews.stream().map(row -> row.getOrDefault("review", "")).toList());

        JsonNode scores = answer("text.tone", input.put("language", "zh")).at("/output/scores");

        int right = 0;
        for (int n = 0; n < reviews.size(); n++) {
            boolean pleased = scores.get(n).doubleValue() > 0;
            right += pleased == "1".equals(reviews.get(n).get("label")) ? 1 : 0;
        }
        System.out.printf("%d of %d tones%n", right, reviews.size());
        assertThat(right / (double) reviews.size()).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(answer("text.tone", JSON.createObjectNode())
                        .at("/error/field")
                        .asText())
                .isEqualTo("texts");
        assertThat(answer("text.tone", texts(List.of("a")).put("language", "fr"))
                        .at("/error/field")
                        .asText())
                .isEqualTo("language");
        ObjectNode one = texts(List.of("a"));
        one.putArray("train").add(JSON.createArrayNode().add("utterance").add("intent"));
        assertThat(answer("text.classify", one).at("/error/field").asText()).isEqualTo("train");
    }
}
