package dev.aisle.algorithms.privacy.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every row of crypto-shred-vectors.json: RFC 5649, section 6, and the envelope of NIST SP 800-38D. */
class CryptoShredVectorsTest {
    private static final JsonNode FILE = Vectors.json("crypto-shred-vectors.json");
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonNode ENVELOPE = FILE.get("envelope");
    private static final SubjectKey DEK = SubjectKey.of(bytes("dek"));
    private static final Place PLACE = new Place("events.v1", "p1.k1.subjectA", "018f3c1e-0000-7000-8000-000000000001");

    private static byte[] bytes(String field) {
        return HEX.parseHex(ENVELOPE.get(field).asText());
    }

    /** The published ciphertext in our form: version, vector, ciphertext and tag. */
    private static byte[] sealed() {
        return HEX.parseHex("01" + ENVELOPE.get("iv").asText()
                + ENVELOPE.get("ciphertext_and_tag").asText());
    }

    private static final class FixedIv extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes("iv"), 0, into, 0, into.length);
        }
    }

    @Test
    void rfc5649Section6TheExampleOfTwentyBytesIsWrappedAndUnwrapped() {
        JsonNode example = FILE.get("rfc5649");
        byte[] kek = HEX.parseHex(example.get("kek").asText());
        byte[] key = HEX.parseHex(example.get("key").asText());
        byte[] wrapped = HEX.parseHex(example.get("wrapped").asText());

        assertThat(KeyWrap.wrap(kek, key)).isEqualTo(wrapped);
        assertThat(KeyWrap.unwrap(kek, wrapped)).hasValue(key);
    }

    @Test
    void rfc5649Section42ASubjectsKeyComesBackFromItsWrap() {
        MasterKeys masters =
                MasterKeys.of("m1", List.of("m1:" + ENVELOPE.get("kek").asText()));
        WrappedKey wrapped = new WrappedKey("m1", bytes("wrapped_dek_kwp"));

        assertThat(masters.wrap(DEK)).isEqualTo(wrapped);
        assertThat(masters.unwrap(wrapped).orElseThrow().secret().getEncoded()).isEqualTo(bytes("dek"));
    }

    @Test
    void sp80038dSection71TheEnvelopeIsSealedAsPublished() {
        byte[] plaintext = ENVELOPE.get("plaintext").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(Envelope.seal(DEK, PLACE, plaintext, new FixedIv())).isEqualTo(sealed());
    }

    @Test
    void sp80038dSection72TheEnvelopeIsOpenedAsPublished() {
        byte[] plaintext = ENVELOPE.get("plaintext").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(new String(PLACE.associated(), StandardCharsets.UTF_8))
                .isEqualTo(ENVELOPE.get("aad").asText());
        assertThat(Envelope.open(Optional.of(DEK), PLACE, sealed())).isEqualTo(new Opening.Opened(plaintext));
    }

    @Test
    void negativeAadOfAnotherSubjectIsRefused() {
        Place other = new Place(PLACE.topic(), "p1.k1.subjectB", PLACE.id());

        assertThat(Envelope.open(Optional.of(DEK), other, sealed())).isInstanceOf(Opening.Unauthentic.class);
    }

    @Test
    void negativeABitOfTheKeyFlippedIsRefused() {
        byte[] dek = bytes("dek");
        dek[0] ^= 1;

        assertThat(Envelope.open(Optional.of(SubjectKey.of(dek)), PLACE, sealed()))
                .isInstanceOf(Opening.Unauthentic.class);
    }

    @Test
    void negativeABitOfTheThirdByteOfTheCiphertextFlippedIsRefused() {
        byte[] changed = sealed();
        changed[13 + 3] ^= 1;

        assertThat(Envelope.open(Optional.of(DEK), PLACE, changed)).isInstanceOf(Opening.Unauthentic.class);
    }

    @Test
    void negativeAKeyThatWasDeletedIsAnErasedSubjectAndNoFailure() {
        assertThat(Envelope.open(Optional.empty(), PLACE, sealed())).isInstanceOf(Opening.SubjectErased.class);
    }

    @Test
    void everyNegativeOfTheFileHasATestAbove() {
        assertThat(FILE.get("negative")
                        .valueStream()
                        .map(row -> row.get("change").asText()))
                .containsExactly(
                        "aad subjectA->subjectB",
                        "dek bit flipped",
                        "ciphertext byte 3 bit flipped",
                        "wrapped DEK row deleted");
    }
}
