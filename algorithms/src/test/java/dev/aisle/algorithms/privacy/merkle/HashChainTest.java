package dev.aisle.algorithms.privacy.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.Vectors;
import dev.aisle.algorithms.privacy.merkle.HashChain.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** audit-hashchain-vectors.json; its canonical form is RFC 8785, 3.2. */
class HashChainTest {
    private static final JsonNode VECTORS = Vectors.json("audit-hashchain-vectors.json");

    private static List<Link> chain() {
        List<Link> links = new ArrayList<>();
        VECTORS.get("chain")
                .forEach(row -> links.add(
                        link(row.get("canonical").asText(), row.get("hash").asText())));
        return links;
    }

    private static Link link(String canonical, String hash) {
        Map<String, Object> record = parse(canonical);
        return new Link(
                ((Number) record.get("seq")).longValue(), record.get("prev").toString(), canonical, hash);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        try {
            return new ObjectMapper().readValue(json, Map.class);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    @Test
    void theCanonicalFormAndTheHashesAreMet_8785_3_2() {
        assertThat(chain()).hasSize(4).allSatisfy(link -> {
            assertThat(CanonicalJson.write(parse(link.canonical()))).isEqualTo(link.canonical());
            assertThat(HashChain.hash(link.canonical())).isEqualTo(link.hash());
        });
        assertThat(HashChain.firstBad(chain())).isEmpty();
    }

    @Test
    void anEditIsFoundWhereItIs() {
        List<Link> links = chain();
        Link one = links.get(1);
        String edited = one.canonical().replace("personalization", "ads");
        links.set(1, new Link(one.seq(), one.prev(), edited, one.hash()));

        assertThat(HashChain.hash(edited))
                .isEqualTo(VECTORS.get("tampered_record_1_hash").asText());
        assertThat(HashChain.firstBad(links)).hasValue(1);
    }

    @Test
    void aDeletedRecordIsFoundAtTheNext() {
        List<Link> links = chain();
        links.remove(1);

        assertThat(HashChain.firstBad(links)).hasValue(2);
    }

    @Test
    void aTruncatedChainLooksWholeUntilItIsComparedWithAHeadKeptElsewhere() {
        List<Link> links = chain();
        String kept = links.getLast().hash();
        links.removeLast();

        assertThat(HashChain.firstBad(links)).isEmpty();
        assertThat(links.getLast().hash()).isNotEqualTo(kept);
    }

    @Test
    void textsAreEscapedAndSortedAsTheStandardSays_8785_3_2_2_2_and_3_2_3() {
        // The example of 3.2.3, whose order is that of UTF-16 code units, and the escapes of 3.2.2.2.
        Map<String, String> names = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(names))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        assertThat(CanonicalJson.write(Map.of("a", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whatHasNoCanonicalFormHereIsRefused_8785_3_2_2_3() {
        List<Map<String, Object>> refused =
                List.of(Map.of("a", 0.5), Map.of("a", 1L << 53), Map.of("a", "\ud800"), Map.of("a", "\udc00x"));

        assertThat(refused)
                .allSatisfy(object -> assertThatThrownBy(() -> CanonicalJson.write(object))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
