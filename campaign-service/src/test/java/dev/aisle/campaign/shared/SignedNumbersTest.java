package dev.aisle.campaign.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedNumbersTest {
    private static final UUID NUMBER = new UUID(1, 2);
    private static final String TARGET = "https://shop.example/茶";
    private final SignedNumbers targets = new SignedNumbers("target-v1", List.of(key(1)));

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    /** Made by another programme with HMAC-SHA256: links that are out stay good. */
    @Test
    void aTokenIsWhatItWas() {
        assertThat(targets.token(NUMBER, TARGET)).isEqualTo("AAAAAAAAAAEAAAAAAAAAAlSAsND1f2bwi0m6dQ5-v3Y");
        assertThat(new SignedNumbers("unsubscribe-v1", List.of(key(1))).token(NUMBER, ""))
                .isEqualTo("AAAAAAAAAAEAAAAAAAAAArr6l7Lbgq6S8-y4UeEVYjU");
    }

    @Test
    void aTokenIsGoodForItsTargetAndPurposeOnly() {
        String token = targets.token(NUMBER, TARGET);

        assertThat(targets.read(token, TARGET)).contains(NUMBER);
        assertThat(new SignedNumbers("target-v1", List.of(key(2), key(1))).read(token, TARGET))
                .contains(NUMBER);
        assertThat(targets.read(token, TARGET + "/")).isEmpty();
        assertThat(targets.read(token + "A", TARGET)).isEmpty();
        assertThat(targets.read("", TARGET)).isEmpty();
        assertThat(new SignedNumbers("unsubscribe-v1", List.of(key(1))).read(token, TARGET))
                .isEmpty();
        SignedNumbers without = new SignedNumbers("target-v1", List.of());
        assertThat(without.canSign()).isFalse();
        assertThat(without.read(token, TARGET)).isEmpty();
    }
}
