package dev.aisle.algorithms.privacy.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HeadKeyTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theThirdTestOfTheStandardIsMet_8032_7_1() {
        HeadKey key = HeadKey.ofSeed("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
        byte[] message = HEX.parseHex("af82");

        assertThat(key.verifier().hex()).isEqualTo("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        assertThat(HEX.formatHex(key.sign(message)))
                .isEqualTo("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
        assertThat(HeadVerifier.ofHex(key.verifier().hex()).verify(message, key.sign(message)))
                .isTrue();
    }

    @Test
    void anotherMessageKeyOrSignatureIsRefused() {
        HeadKey key = HeadKey.ofSeed("01".repeat(32));
        HeadKey other = HeadKey.ofSeed("02".repeat(32));
        byte[] message = {1, 2, 3};
        byte[] signature = key.sign(message);

        assertThat(key.verifier().verify(new byte[] {1, 2, 4}, signature)).isFalse();
        assertThat(other.verifier().verify(message, signature)).isFalse();
        assertThat(key.verifier().verify(message, new byte[3])).isFalse();
        assertThat(key.verifier().verify(message, new byte[64])).isFalse();
    }

    @Test
    void aKeyOfAnotherFormIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> HeadKey.ofSeed("secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> HeadVerifier.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
    }
}
