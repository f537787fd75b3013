package dev.aisle.compute.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.compute.Json;
import org.junit.jupiter.api.Test;

class RecommendMetricsTest {
    private static JsonNode answer(String input) {
        return new RecommendMetrics().apply(new Input(Json.constant(input)));
    }

    @Test
    void everythingThatIsKnownIsUsed() {
        JsonNode output = answer("""
                {"run":{"anna":["soap","milk"],"bob":["tea","soap"]},"truth":{"anna":["milk"],"bob":["rice"]},"k":2,
                 "histories":{"anna":["tea"],"bob":["milk"],"carl":["tea","bread"]},
                 "attributes":{"tea":{"category":"food","brand":"A","price":3},"milk":{"category":["food","fresh"],"brand":"B","price":1},
                  "soap":{"category":"care","brand":"B","price":2}},
                 "groups":{"anna":"young","bob":"old"},
                 "responses":{"anna":{"impressions":4,"clicks":2,"purchases":1,"revenue":2.5},"bob":{"impressions":6}}}""");

        // soap and milk share a brand; tea and soap nothing.
        assertThat(output.get("ild_jaccard@2").asDouble()).isCloseTo((1 - 1.0 / 4 + 1) / 2, within(1e-12));
        assertThat(output.get("new@2").asDouble()).isEqualTo(1);
        assertThat(output.get("calibration@2").asDouble()).isPositive();
        assertThat(output.get("brandrsp@2").isNumber()).isTrue();
        assertThat(output.get("pricersp@2").isNumber()).isTrue();
        assertThat(output.get("group_parity@2").asDouble()).isEqualTo(1);
        assertThat(output.get("ctr").asDouble()).isEqualTo(0.2);
        assertThat(output.get("conversion_rate").asDouble()).isEqualTo(0.5);
        assertThat(output.get("revenue_per_impression").asDouble()).isEqualTo(0.25);
        assertThat(output.at("/intervals/ctr").size()).isEqualTo(2);
        // No popularity was given.
        assertThat(output.get("novelty@2").isNull()).isTrue();
        assertThat(output.at("/reason/novelty@2").asText()).isNotBlank();
    }

    @Test
    void withoutAttributesItemsAreAlikeByWhoHadThem() {
        JsonNode output = answer("""
                {"run":{"a":[1,2]},"truth":{"a":[2]},"k":2,"histories":{"a":[3],"b":[1,2],"c":[1]}}""");

        assertThat(output.get("ild_cosine@2").asDouble()).isCloseTo(1 - 1 / Math.sqrt(2), within(1e-12));
        assertThat(output.get("ild_jaccard@2").asDouble()).isEqualTo(0.5);
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        assertThatThrownBy(
                        () -> answer(
                                "{\"run\":{\"a\":[1]},\"truth\":{},\"k\":1,\"responses\":{\"a\":{\"impressions\":1,\"clicks\":2}}}"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("responses.a"));
        assertThatThrownBy(() ->
                        answer("{\"run\":{\"a\":[1]},\"truth\":{},\"k\":1,\"attributes\":{\"1\":{\"price\":\"x\"}}}"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("attributes.price"));
    }
}
