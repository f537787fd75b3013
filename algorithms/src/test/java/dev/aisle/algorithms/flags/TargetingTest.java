package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.flags.Buckets.Range;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of GrowthBook's specification 0.8.0. */
class TargetingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Stream<JsonNode> cases(String kind) {
        return Vectors.json("growthbook/cases.json").get(kind).valueStream();
    }

    static Stream<JsonNode> conditions() {
        return cases("evalCondition");
    }

    static Stream<JsonNode> ranges() {
        return cases("getBucketRange");
    }

    static Stream<JsonNode> choices() {
        return cases("chooseVariation");
    }

    static Stream<JsonNode> namespaces() {
        return cases("inNamespace");
    }

    static Stream<JsonNode> equalWeights() {
        return cases("getEqualWeights");
    }

    private static <T> T plain(JsonNode node, TypeReference<T> type) {
        return JSON.convertValue(node, type);
    }

    private static Range range(JsonNode node) {
        return new Range(node.get(0).asDouble(), node.get(1).asDouble());
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionIsMetAsSpecified(JsonNode c) {
        Map<String, List<Object>> groups =
                c.has(4) ? plain(c.get(4), new TypeReference<Map<String, List<Object>>>() {}) : Map.of();
        Map<String, Object> condition = plain(c.get(1), new TypeReference<Map<String, Object>>() {});
        Object attributes = plain(c.get(2), new TypeReference<Object>() {});

        assertThat(new Targeting(groups).meets(attributes, condition))
                .as(c.get(0).asText())
                .isEqualTo(c.get(3).asBoolean());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void partsAreCutAsSpecified(JsonNode c) {
        JsonNode given = c.get(1);
        double[] weights = given.get(2).isNull()
                ? null
                : given.get(2).valueStream().mapToDouble(JsonNode::asDouble).toArray();

        List<Range> ranges = Buckets.of(given.get(0).asInt(), given.get(1).asDouble(), weights);

        assertThat(ranges).hasSize(c.get(2).size());
        for (int n = 0; n < ranges.size(); n++) {
            assertThat(ranges.get(n).start()).isCloseTo(range(c.get(2).get(n)).start(), within(1e-9));
            assertThat(ranges.get(n).end()).isCloseTo(range(c.get(2).get(n)).end(), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aHashChoosesAsSpecified(JsonNode c) {
        List<Range> ranges = c.get(2).valueStream().map(TargetingTest::range).toList();

        assertThat(Buckets.choose(c.get(1).asDouble(), ranges))
                .isEqualTo(c.get(3).asInt());
    }

    @ParameterizedTest
    @MethodSource("namespaces")
    void aLayerHoldsWhomItShould(JsonNode c) {
        Range part = new Range(c.get(2).get(1).asDouble(), c.get(2).get(2).asDouble());

        assertThat(new Namespace(c.get(2).get(0).asText(), part).holds(c.get(1).asText()))
                .isEqualTo(c.get(3).asBoolean());
    }

    @ParameterizedTest
    @MethodSource("equalWeights")
    void equalWeightsAreEqual(JsonNode c) {
        assertThat(Buckets.equalWeights(c.get(0).asInt()))
                .containsExactly(
                        c.get(1).valueStream().mapToDouble(JsonNode::asDouble).toArray(), within(1e-8));
    }
}
