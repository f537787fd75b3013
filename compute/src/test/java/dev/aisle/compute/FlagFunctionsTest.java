package dev.aisle.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GrowthBook's cases as they stand, all of a kind in one process. */
class FlagFunctionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kind, whether a case begins with its name, and how many arguments it has. */
    @ParameterizedTest
    @CsvSource({
        "evalCondition,true,2,248",
        "hash,false,3,15",
        "getBucketRange,true,1,13",
        "chooseVariation,true,2,13",
        "getQueryStringOverride,true,3,16",
        "inNamespace,true,2,16",
        "getEqualWeights,false,1,6",
        "feature,true,2,55",
        "contextualBandit,true,2,35",
        "decrypt,true,2,10",
        "run,true,2,73"
    })
    void everyCaseIsAnsweredAsSpecified(String kind, boolean named, int count, int least) throws IOException {
        List<JsonNode> expected = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (JsonNode c : JSON.readTree(
                        Shared.path("vectors/marketing/growthbook/cases.json").toFile())
                .get(kind)) {
            int first = named ? 1 : 0;
            lines.append(line(kind, c, first, count)).append('\n');
            expected.add(expected(kind, c, first + count));
        }

        List<String> answers = Shell.run(lines.toString(), "compute").lines();

        assertThat(expected).hasSizeGreaterThanOrEqualTo(least);
        for (int n = 0; n < expected.size(); n++) {
            JsonNode output = Json.constant(answers.get(n)).get("output");
            assertThat(same(output, expected.get(n)))
                    .as(answers.get(n) + " = " + expected.get(n))
                    .isTrue();
        }
    }

    private static String line(String kind, JsonNode c, int first, int count) {
        ObjectNode line = JSON.createObjectNode().put("id", 1).put("function", "flags.evaluate");
        ArrayNode args = line.putObject("input").put("kind", kind).putArray("args");
        for (int n = first; n < first + count; n++) {
            args.add(c.get(n));
        }
        if (kind.equals("evalCondition") && c.has(4)) {
            args.add(c.get(4));
        }
        return line.toString();
    }

    private static JsonNode expected(String kind, JsonNode c, int at) {
        return kind.equals("run")
                ? JSON.createArrayNode().add(c.get(3)).add(c.get(4)).add(c.get(5))
                : c.get(at);
    }

    /** Numbers by value to eight digits; what isn't stated isn't compared. */
    private static boolean same(JsonNode seen, JsonNode expected) {
        if (expected.isNumber()) {
            return seen.isNumber() && Math.abs(seen.asDouble() - expected.asDouble()) < 1e-8;
        }
        if (expected.isObject()) {
            return expected.propertyStream()
                    .allMatch(field -> seen.has(field.getKey()) && same(seen.get(field.getKey()), field.getValue()));
        }
        if (expected.isArray()) {
            if (seen.size() != expected.size()) {
                return false;
            }
            for (int n = 0; n < expected.size(); n++) {
                if (!same(seen.get(n), expected.get(n))) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(seen);
    }

    @Test
    void aBadInputNamesItsField() {
        String input = "{\"id\":1,\"function\":\"flags.evaluate\",\"input\":{\"kind\":\"run\",\"args\":[{}]}}\n";

        assertThat(Json.constant(Shell.run(input, "compute").lines().getFirst())
                        .get("error")
                        .get("field")
                        .asText())
                .isEqualTo("args.1");
    }
}
