package dev.aisle.algorithms.privacy;

import static dev.aisle.algorithms.privacy.IdentifierType.CUSTOMER_ID;
import static dev.aisle.algorithms.privacy.IdentifierType.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The properties of pseudonym-vectors.json, its rotation from k1 to k2, and the formulas of other systems beside ours. */
class PseudonymRotationTest {
    private static final JsonNode FILE = Vectors.json("pseudonym-vectors.json");
    private static final HexFormat HEX = HexFormat.of();
    private final PseudonymKey k1 = key("k1");
    private final PseudonymKey k2 = key("k2");
    private final PseudonymRing ring = new PseudonymRing(List.of(k2, k1), "shop-eu");

    private static PseudonymKey key(String id) {
        return PseudonymKey.ofHex(id, FILE.at("/keysHex/" + id).asText());
    }

    private static String published(String key, String type) {
        return FILE.get("vectors")
                .valueStream()
                .filter(row -> row.get("key").asText().equals(key)
                        && row.get("type").asText().equals(type)
                        && row.get("tenant").asText().equals("shop-eu")
                        && row.get("scope").asText().equals("profile"))
                .findFirst()
                .orElseThrow()
                .get("pseudonym")
                .asText();
    }

    @Test
    void keyIdVisibleSoRotationCanReKeyLazily() {
        assertThat(ring.inEpoch(0, CUSTOMER_ID, "42"))
                .extracting(Pseudonym::value)
                .containsExactly(published("k2", "customer_id"), published("k1", "customer_id"));
        assertThat(ring.keyIds()).containsExactly("k2", "k1");
        assertThat(ring.isOld(new Pseudonym(published("k1", "customer_id")))).isTrue();
        assertThat(ring.isOld(new Pseudonym(published("k2", "customer_id")))).isFalse();
    }

    @Test
    void differentTenantScopeTypeOrKeyGivesAnotherPseudonym() {
        assertThat(FILE.get("vectors")
                        .valueStream()
                        .map(row -> row.get("pseudonym").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPseudonymHoldsNeitherTheValueNorItsPlainHash() throws GeneralSecurityException {
        for (JsonNode row : FILE.get("vectors")) {
            String pseudonym = row.get("pseudonym").asText();
            for (String text :
                    List.of(row.get("raw").asText(), row.get("normalised").asText())) {
                if (text.length() > 2) {
                    assertThat(pseudonym).doesNotContain(text);
                }
                for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
                    byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
                    assertThat(pseudonym).doesNotContain(HEX.formatHex(hash)).doesNotContain(base64(hash));
                }
            }
        }
    }

    @Test
    void rfc4231Case1TheCodeUnderThePseudonymIsHmacSha256() throws GeneralSecurityException {
        JsonNode example = FILE.get("rfc4231_case1");

        byte[] code = hmac(
                HEX.parseHex(example.get("key").asText()),
                HEX.parseHex(example.get("data").asText()));

        assertThat(HEX.formatHex(code)).isEqualTo(example.get("hmac_sha256").asText());
    }

    /** Who comes from there can compute the hashes of the old data; they are no pseudonyms of ours. */
    @Test
    void snowplowsHashIsTheSaltedValueAndNeverOurs() throws GeneralSecurityException {
        for (JsonNode row : FILE.get("snowplow_compat")) {
            byte[] hash = sha256(row.get("value").asText() + row.get("salt").asText());

            assertThat(HEX.formatHex(hash)).isEqualTo(row.get("sha256").asText());
            assertThat(ring.active().of(CUSTOMER_ID, row.get("value").asText()).value())
                    .doesNotContain(base64(hash));
        }
    }

    @Test
    void fidesHmacAndHashAreTheSaltedValueAndNeverOurs() throws GeneralSecurityException {
        for (JsonNode row : FILE.get("fides_compat")) {
            String salted = row.get("value").asText() + row.get("salt").asText();
            boolean keyed = row.has("key");
            byte[] code = keyed
                    ? hmac(
                            row.get("key").asText().getBytes(StandardCharsets.UTF_8),
                            salted.getBytes(StandardCharsets.UTF_8))
                    : sha256(salted);

            assertThat(HEX.formatHex(code))
                    .isEqualTo(row.get(keyed ? "hmac_sha256" : "sha256").asText());
        }
    }

    @Test
    void twoExportsOfOnePersonCanNotBeJoined() {
        Pseudonym person = ring.active().of(EMAIL, "a@shop.example");
        Pseudonym first = ring.active().inExport("ads-2026-11", person);

        assertThat(first).isEqualTo(ring.active().inExport("ads-2026-11", person));
        assertThat(first)
                .isNotEqualTo(ring.active().inExport("ads-2026-12", person))
                .isNotEqualTo(person);
    }

    @Test
    void aRingOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> new PseudonymRing(List.of(), "shop")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PseudonymRing(List.of(k1, k1), "shop"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PseudonymRing.of(k2, List.of("0f".repeat(32)), "shop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("0f0f");
        assertThat(PseudonymRing.of(
                                k2, List.of(" k1 : " + FILE.at("/keysHex/k1").asText()), "shop-eu")
                        .inEpoch(0, CUSTOMER_ID, "42"))
                .isEqualTo(ring.inEpoch(0, CUSTOMER_ID, "42"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 20);
    }

    private static byte[] sha256(String text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
