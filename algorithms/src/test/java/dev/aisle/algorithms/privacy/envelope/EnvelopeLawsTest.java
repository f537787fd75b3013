package dev.aisle.algorithms.privacy.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What holds for every text and every key. */
class EnvelopeLawsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FIRST = "m1:" + "0f".repeat(32);
    private static final String SECOND = "m2:" + "f0".repeat(32);
    private static final Place PLACE = new Place("vault", "p1.k1.a", "email");

    private final SubjectKey key = SubjectKey.random(RANDOM);

    @Property(tries = 200)
    void whatIsSealedComesBackAndNoTwoSealsAreAlike(@ForAll @Size(max = 600) byte[] plaintext) {
        byte[] once = Envelope.seal(key, PLACE, plaintext, RANDOM);
        byte[] again = Envelope.seal(key, PLACE, plaintext, RANDOM);

        assertThat(once).hasSize(plaintext.length + Envelope.OVERHEAD).isNotEqualTo(again);
        assertThat(Envelope.open(Optional.of(key), PLACE, once)).isEqualTo(new Opening.Opened(plaintext));
    }

    @Property(tries = 500)
    void bytesThatNobodySealedAreNeverOpened(@ForAll @Size(max = 100) byte[] bytes) {
        assertThat(Envelope.open(Optional.of(key), PLACE, bytes)).isInstanceOf(Opening.Unauthentic.class);
    }

    @Property(tries = 500)
    void bytesThatNobodyWrappedAreNoKey(@ForAll @Size(max = 100) byte[] bytes) {
        MasterKeys masters = MasterKeys.of("m1", List.of(FIRST));

        assertThat(masters.unwrap(new WrappedKey("m1", bytes))).isEmpty();
    }

    @Example
    void aKeyIsRewrappedUnderTheActiveMasterKeyAndDiesWithTheOld() {
        WrappedKey old = MasterKeys.of("m1", List.of(FIRST)).wrap(key);
        MasterKeys during = MasterKeys.of("m2", List.of(FIRST, SECOND));
        MasterKeys after = MasterKeys.of("m2", List.of(SECOND));
        byte[] sealed = Envelope.seal(key, PLACE, new byte[] {7}, RANDOM);

        WrappedKey renewed = during.rewrap(old).orElseThrow();

        assertThat(renewed.masterKeyId()).isEqualTo("m2");
        assertThat(Envelope.open(after.unwrap(renewed), PLACE, sealed)).isEqualTo(new Opening.Opened(new byte[] {7}));
        assertThat(Envelope.open(after.unwrap(old), PLACE, sealed)).isInstanceOf(Opening.SubjectErased.class);
    }

    @Example
    void masterKeysOfAnotherFormAreRefusedWithoutShowingThem() {
        for (List<String> wrong : List.of(
                List.of("m1"),
                List.of("m1:0f"),
                List.of("m 1:" + "0f".repeat(32)),
                List.of(FIRST, FIRST),
                List.of(SECOND),
                List.of("m1:" + "0g".repeat(32)))) {
            assertThatThrownBy(() -> MasterKeys.of("m1", wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("0f0f")
                    .hasMessageNotContaining("0g0g");
        }
        assertThat(MasterKeys.of("m1", List.of(FIRST)).toString()).doesNotContain("0f0f");
        assertThat(key.toString()).isEqualTo("SubjectKey[…]");
    }

    @Example
    void noPlaceCanBeReadAsAnother() {
        assertThatThrownBy(() -> new Place("vault", "p1.k1.a|b", "c")).isInstanceOf(IllegalArgumentException.class);
    }
}
