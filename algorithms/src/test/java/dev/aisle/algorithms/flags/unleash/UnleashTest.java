package dev.aisle.algorithms.flags.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.Vectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unleash's specification of clients, 01 to 16. */
class UnleashTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "01-simple-examples,5",
        "02-user-with-id-strategy,5",
        "03-gradual-rollout-user-id-strategy,6",
        "04-gradual-rollout-session-id-strategy,6",
        "05-gradual-rollout-random-strategy,4",
        "06-remote-address-strategy,6",
        "07-multiple-strategies,6",
        "08-variants,17",
        "09-strategy-constraints,17",
        "10-flexible-rollout-strategy,10",
        "11-strategy-constraints-edge-cases,6",
        "12-custom-stickiness,9",
        "13-constraint-operators,46",
        "14-constraint-semver-operators,25",
        "15-global-constraints,6",
        "16-strategy-variants,11"
    })
    void everyCaseIsAsSpecified(String file, int cases) {
        JsonNode specification = Vectors.json("unleash/" + file + ".json");
        Map<String, UnleashToggle> toggles =
                UnleashFile.toggles(JSON.convertValue(specification.get("state"), new TypeReference<>() {}));

        specification.path("tests").forEach(test -> {
            UnleashToggle toggle = toggles.get(test.get("toggleName").asText());
            assertThat(toggle != null && toggle.isOn(context(test.get("context"))))
                    .as(test.get("description").asText())
                    .isEqualTo(test.get("expectedResult").asBoolean());
        });
        specification.path("variantTests").forEach(test -> check(toggles, test));
        assertThat(specification.path("tests").size()
                        + specification.path("variantTests").size())
                .isEqualTo(cases);
    }

    private static void check(Map<String, UnleashToggle> toggles, JsonNode test) {
        UnleashToggle toggle = toggles.get(test.get("toggleName").asText());
        UnleashContext context = context(test.get("context"));
        JsonNode expected = test.get("expectedResult");
        UnleashVariant variant = toggle == null ? null : toggle.variant(context);

        assertThat(variant == null ? "disabled" : variant.name())
                .as(test.get("description").asText())
                .isEqualTo(expected.get("name").asText());
        assertThat(variant != null).isEqualTo(expected.get("enabled").asBoolean());
        assertThat(toggle != null && toggle.isOn(context))
                .isEqualTo(expected.get("feature_enabled").asBoolean());
        if (variant != null && expected.has("payload")) {
            assertThat(JSON.<JsonNode>valueToTree(variant.payload())).isEqualTo(expected.get("payload"));
        }
    }

    private static UnleashContext context(JsonNode context) {
        Map<String, String> values = new HashMap<>();
        context.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                field.getValue().properties().stream()
                        .filter(one -> !one.getValue().isNull())
                        .forEach(one -> values.put(one.getKey(), one.getValue().asText()));
            } else {
                values.put(field.getKey(), field.getValue().asText());
            }
        });
        return new UnleashContext(values, new SplittableRandom(1)::nextDouble);
    }

    @Test
    void whoHasNoIdIsRolledOutByChance() {
        SplittableRandom random = new SplittableRandom(2);
        UnleashStrategy half = new UnleashStrategy(
                "flexibleRollout",
                Map.of("rollout", "50", "stickiness", "default", "groupId", "any"),
                List.of(),
                List.of());
        int met = 0;
        for (int n = 0; n < 10_000; n++) {
            met += half.isMet(new UnleashContext(Map.of(), random::nextDouble)) ? 1 : 0;
        }
        assertThat(met).isBetween(4_800, 5_200);
    }
}
