package dev.aisle.algorithms.privacy;

import static dev.aisle.algorithms.privacy.IdentifierType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymizerTest {
    private static final JsonNode FILE = Vectors.json("pseudonym-vectors.json");
    private final Pseudonymizer shop = new Pseudonymizer(key("k1"), "shop");

    static Stream<JsonNode> vectors() {
        return FILE.get("vectors").valueStream();
    }

    private static PseudonymKey key(String id) {
        return PseudonymKey.ofHex(id, FILE.at("/keysHex/" + id).asText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyPublishedPseudonymIsMet(JsonNode vector) {
        Pseudonymizer tenant = new Pseudonymizer(
                key(vector.get("key").asText()), vector.get("tenant").asText());
        IdentifierType type = ofWireName(vector.get("type").asText()).orElseThrow();

        Pseudonym pseudonym =
                tenant.of(vector.get("scope").asText(), type, vector.get("raw").asText());

        assertThat(type.normalise(vector.get("raw").asText()))
                .isEqualTo(vector.get("normalised").asText());
        assertThat(pseudonym.value()).isEqualTo(vector.get("pseudonym").asText());
        assertThat(pseudonym.keyId()).isEqualTo(vector.get("key").asText());
    }

    @Test
    void aLaterEpochIsAScopeOfItsOwn() {
        assertThat(shop.inEpoch(0, CUSTOMER_ID, "42")).isEqualTo(shop.of(CUSTOMER_ID, "42"));
        assertThat(shop.inEpoch(2, CUSTOMER_ID, "42")).isEqualTo(shop.of("profile.e2", CUSTOMER_ID, "42"));
        assertThat(shop.inEpoch(1, CUSTOMER_ID, "42")).isNotEqualTo(shop.inEpoch(2, CUSTOMER_ID, "42"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER_ID", "ANONYMOUS_ID", "DEVICE_ID"})
    void aPseudonymIsNoIdOfWhichAnotherOneIsMade(IdentifierType type) {
        String pseudonym = shop.of(CUSTOMER_ID, "42").value();

        assertThatThrownBy(() -> shop.of(type, " " + pseudonym))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessage(type.wireName()
                        + ": expected the shop's own id; this is a pseudonym, which is made of that id");
        assertThat(type.normalise("p1.k1.42")).isEqualTo("p1.k1.42");
    }

    @Test
    void theSameValueAsAnotherTypeIsAnotherPseudonym() {
        assertThat(shop.of(CUSTOMER_ID, "42")).isNotEqualTo(shop.of(ANONYMOUS_ID, "42"));
    }

    @ParameterizedTest
    @CsvSource({
        "+1 415-555-0132, +14155550132",
        "0049 30 901820 [DE], +4930901820",
        "020 7946 0018 [GB], +442079460018",
        "+86 138 0013 8000, +8613800138000"
    })
    void aPhoneNumberHasOneFormHoweverItIsWritten(String raw, String normalised) {
        assertThat(PHONE.normalise(raw)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::7, 2001:db8::/48",
        "2001:db8:a:1::7, 2001:db8:a::/48",
        "::1, ::/48",
        "::ffff:203.0.113.9, 203.0.113.0/24",
        " 10.1.2.3 , 10.1.2.0/24"
    })
    void anAddressIsItsNetwork(String raw, String normalised) {
        assertThat(IP.normalise(raw)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "john", "@x.de", "a@", "a b@x.de", "a@x..de", "a@-x.de", "a@\u0000.de"})
    void aTextThatIsNoEmailIsRefusedWithoutRepeatingIt(String raw) {
        assertThatThrownBy(() -> shop.of(EMAIL, raw))
                .isInstanceOf(InvalidIdentifierException.class)
                .hasMessageStartingWith("email: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "415 555 0132", "(415) 555-0132 [XX]", "phone"})
    void aTextThatIsNoPhoneNumberIsRefused(String raw) {
        assertThatThrownBy(() -> shop.of(PHONE, raw)).isInstanceOf(InvalidIdentifierException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2.3", "300.1.1.1", "example.com", "1:2", "fe80::1%eth0", ":::"})
    void aTextThatIsNoAddressIsRefusedAndNeverLookedUp(String raw) {
        assertThatThrownBy(() -> shop.of(IP, raw)).isInstanceOf(InvalidIdentifierException.class);
    }

    @Test
    void anIdWithAControlCharacterIsRefused() {
        assertThatThrownBy(() -> shop.of(CUSTOMER_ID, "4\u001f2")).isInstanceOf(InvalidIdentifierException.class);
        assertThatThrownBy(() -> shop.of(CUSTOMER_ID, "  ")).isInstanceOf(InvalidIdentifierException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "p1.k1.short",
                "p2.k1.BbKT__RDBYzws_aLdpEphT9fuZNe6Srl",
                "p1..BbKT__RDBYzws_aLdpEphT9fuZNe6Srl"
            })
    void whatHasNotTheFormIsNoPseudonym(String text) {
        assertThatThrownBy(() -> new Pseudonym(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyNeverShowsItsSecret() {
        assertThat(key("k1")).hasToString("PseudonymKey[k1]");
        assertThatThrownBy(() -> PseudonymKey.ofHex("k1", "00ff"))
                .hasMessageContaining("at least 64")
                .hasMessageNotContaining("00ff");
        assertThatThrownBy(() -> PseudonymKey.ofHex("k1", "xyz")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PseudonymKey.ofHex("k.1", "00".repeat(32))).hasMessageContaining("key id");
    }
}
