package dev.aisle.algorithms.flags;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.flags.Flags.Flag;
import dev.aisle.algorithms.flags.StickyBuckets.Document;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of GrowthBook's specification 0.8.0. */
class FlagsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static Stream<JsonNode> cases(String kind) {
        return Vectors.json("growthbook/cases.json").get(kind).valueStream();
    }

    static Stream<JsonNode> features() {
        return Stream.concat(cases("feature"), cases("contextualBandit"));
    }

    static Stream<JsonNode> runs() {
        return cases("run");
    }

    static Stream<JsonNode> sticky() {
        return cases("stickyBucket");
    }

    static Stream<JsonNode> queries() {
        return cases("getQueryStringOverride");
    }

    static Stream<JsonNode> redirects() {
        return cases("urlRedirect");
    }

    private static FlagContext context(JsonNode node, @Nullable StickyBuckets sticky) {
        return new FlagContext(
                plain(node.get("attributes")),
                plain(node.get("features")),
                node.has("forcedVariations")
                        ? JSON.convertValue(node.get("forcedVariations"), new TypeReference<>() {})
                        : Map.of(),
                node.has("savedGroups")
                        ? JSON.convertValue(node.get("savedGroups"), new TypeReference<>() {})
                        : Map.of(),
                node.path("enabled").asBoolean(true),
                node.path("qaMode").asBoolean(false),
                node.path("url").asText(""),
                plain(node.get("contextualBandits")),
                sticky);
    }

    private static Map<String, Object> plain(@Nullable JsonNode node) {
        return node == null ? Map.of() : JSON.convertValue(node, OBJECT);
    }

    private static JsonNode json(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    private static void assertSame(@Nullable Object seen, JsonNode expected) {
        assertThat(PlainJson.same(seen, JSON.convertValue(expected, Object.class)))
                .as(seen + " = " + expected)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFlagHasTheSpecifiedValue(JsonNode c) {
        Flag flag = new Flags(context(c.get(1), null)).evaluate(c.get(2).asText());

        JsonNode expected = c.get(3);
        assertSame(flag.value(), expected.get("value"));
        assertThat(flag.on()).isEqualTo(expected.get("on").asBoolean());
        assertThat(flag.source().wireName()).isEqualTo(expected.get("source").asText());
        assertThat(flag.rule()).isEqualTo(expected.get("ruleId").asText());
        if (expected.has("experimentResult")) {
            assertAssignment(Objects.requireNonNull(flag.assignment()), expected.get("experimentResult"));
            assertSame(flag.experiment(), expected.get("experiment"));
        }
    }

    private static void assertAssignment(Assignment seen, JsonNode expected) {
        assertThat(seen.key()).isEqualTo(expected.get("key").asText());
        assertThat(seen.variation()).isEqualTo(expected.get("variationId").asInt());
        assertThat(seen.inExperiment()).isEqualTo(expected.get("inExperiment").asBoolean());
        assertThat(seen.hashUsed()).isEqualTo(expected.get("hashUsed").asBoolean());
        assertThat(seen.attribute()).isEqualTo(expected.get("hashAttribute").asText());
        assertSame(seen.unit(), expected.get("hashValue"));
        assertThat(seen.sticky()).isEqualTo(expected.path("stickyBucketUsed").asBoolean(false));
        assertSame(seen.value(), expected.get("value"));
        if (expected.has("bucket")) {
            assertSame(seen.bucket(), expected.get("bucket"));
        }
        Map<String, Object> bandit = seen.bandit() == null ? Map.of() : seen.bandit();
        for (String field : List.of("leafId", "variationWeights", "banditVersion")) {
            assertThat(bandit.containsKey(field)).as(field).isEqualTo(expected.has(field));
            if (expected.has(field)) {
                assertSame(bandit.get(field), expected.get(field));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void anExperimentRunsAsSpecified(JsonNode c) {
        Assignment assignment = new Flags(context(c.get(1), null)).run(plain(c.get(2)));

        assertSame(assignment.value(), c.get(3));
        assertThat(assignment.inExperiment())
                .as(c.get(0).asText())
                .isEqualTo(c.get(4).asBoolean());
        assertThat(assignment.hashUsed()).isEqualTo(c.get(5).asBoolean());
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void aPageRedirectsAsSpecified(JsonNode c) {
        JsonNode page = c.get(1);
        Redirects.Redirect redirect = Redirects.of(
                        new Flags(context(page, null)),
                        JSON.convertValue(page.get("experiments"), new TypeReference<>() {}),
                        page.get("url").asText())
                .orElseThrow();

        JsonNode expected = c.get(2).get(0);
        assertThat(redirect.variation().inExperiment())
                .isEqualTo(expected.get("inExperiment").asBoolean());
        assertThat(redirect.address()).isEqualTo(expected.get("urlRedirect").asText());
        assertThat(redirect.whole()).isEqualTo(expected.get("urlWithParams").asText());
    }

    @ParameterizedTest
    @MethodSource("sticky")
    void whatWasGivenIsKeptAsSpecified(JsonNode c) {
        StickyBuckets kept = new StickyBuckets();
        c.get(2).forEach(document -> kept.with(document(document)));

        Flag flag = new Flags(context(c.get(1), kept)).evaluate(c.get(3).asText());

        if (c.get(4).isNull()) {
            assertThat(flag.assignment()).isNull();
        } else {
            assertAssignment(Objects.requireNonNull(flag.assignment()), c.get(4));
        }
        c.get(5)
                .propertyStream()
                .forEach(document -> assertThat(kept.documents().get(document.getKey()))
                        .as(c.get(0).asText())
                        .isEqualTo(document(document.getValue())));
    }

    private static Document document(JsonNode node) {
        Map<String, String> assignments = JSON.convertValue(node.get("assignments"), new TypeReference<>() {});
        return new Document(
                node.get("attributeName").asText(), node.get("attributeValue").asText(), assignments);
    }

    static Stream<JsonNode> encrypted() {
        return cases("decrypt");
    }

    @ParameterizedTest
    @MethodSource("encrypted")
    void aPayloadIsReadWithItsKeyOnly(JsonNode c) {
        assertThat(EncryptedPayload.decrypt(c.get(1).asText(), c.get(2).asText())
                        .orElse(null))
                .isEqualTo(c.get(3).isNull() ? null : c.get(3).asText());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryForcesAsSpecified(JsonNode c) {
        Integer forced =
                QueryOverride.of(c.get(1).asText(), c.get(2).asText(), c.get(3).asInt());

        assertThat(json(forced)).isEqualTo(c.get(4));
    }
}
