package dev.aisle.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.packed.PackedMap;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedErasuresTest {
    private static final String MARK = "p1.erased.abcdefghijklmnopqrstuvwxyz012345";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0d9f0c9e-7f0e-4b7e-9b58-6a3a5b1d6c11",
                "0D9F0C9E-7F0E-4B7E-9B58-6A3A5B1D6C11",
                "thirty-six characters, but not one..",
                "0-0-0-0-0"
            })
    void anErasureIsTheSameAfterItWasKeptAsBytes(String requestId) {
        PackedMap<Erased> erasures = new PackedMap<>(new PackedErasures());
        Erased erased = new Erased(MARK, Instant.parse("2026-12-01T10:00:00.123456789Z"), requestId);

        erasures.put(MARK, erased);

        assertThat(erasures.get(MARK)).isEqualTo(erased);
    }

    @Test
    void aMarkTakesAtMostEightyBytes() {
        PackedMap<Erased> erasures = new PackedMap<>(new PackedErasures());
        Random random = new Random(7);
        int people = 200_000;
        for (int i = 0; i < people; i++) {
            byte[] code = new byte[24];
            random.nextBytes(code);
            String mark = "p1.erased." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
            Instant at = Instant.ofEpochSecond(1_790_000_000 + i, 123_456_000);
            erasures.put(mark, new Erased(mark, at, new UUID(random.nextLong(), random.nextLong()).toString()));
        }

        assertThat(erasures.bytes() / people).isLessThanOrEqualTo(80);
    }
}
