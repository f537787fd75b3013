package dev.aisle.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
    private static final int CHUNK = 1 << 20;
    private static final Needle LONG = needle("long", "somebody@mail.example");
    private static final Needle SHORT = needle("short", "somebody");
    private final ByteSearch search = new ByteSearch(List.of(LONG, SHORT));

    private static Needle needle(String name, String text) {
        return new Needle(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void eachNeedleIsCountedAlsoInsideAnother() throws IOException {
        assertThat(count("..somebody@mail.example..somebody".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Map.of("long", 1L, "short", 2L));
    }

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        assertThat(count(new byte[0])).isEmpty();
        assertThat(count("somebod".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(count(new byte[3 * CHUNK])).isEmpty();
    }

    /** Wherever the needle stands relative to the chunks in which the stream is read, it counts once. */
    @Test
    void aNeedleThatCrossesAChunkCountsOnce() throws IOException {
        for (int place = CHUNK - 60; place <= CHUNK + 60; place++) {
            byte[] bytes = new byte[2 * CHUNK + 100];
            System.arraycopy(LONG.bytes(), 0, bytes, place, LONG.bytes().length);

            assertThat(count(bytes)).as("at " + place).isEqualTo(Map.of("long", 1L, "short", 1L));
        }
    }

    @Test
    void aNeedleAtTheVeryEndCounts() throws IOException {
        for (int size : new int[] {LONG.bytes().length, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK}) {
            byte[] bytes = new byte[size];
            Arrays.fill(bytes, (byte) 's');
            System.arraycopy(LONG.bytes(), 0, bytes, size - LONG.bytes().length, LONG.bytes().length);

            assertThat(count(bytes)).as("of " + size).isEqualTo(Map.of("long", 1L, "short", 1L));
        }
    }

    private Map<String, Long> count(byte[] bytes) throws IOException {
        return search.count(new ByteArrayInputStream(bytes));
    }
}
