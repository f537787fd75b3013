package dev.aisle.ingest.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {
    @Test
    void aCursorComesBackFromItsText() {
        PageCursor cursor = new PageCursor(Instant.parse("2026-11-25T09:00:00.123456789Z"), 42);

        assertThat(PageCursor.of(cursor.text())).hasValue(cursor);
    }

    /** The last two are beyond all time: once by the second, once only when the nanoseconds are added. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.2", "1.2.3.4", "a.b.c", "9223372036854775807.0.1", "9223372036854775807.2147483647.1"})
    void aTextThatIsNoCursorIsNone(String plain) {
        String text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));

        assertThat(PageCursor.of(text)).isEmpty();
        assertThat(PageCursor.of("!" + text)).isEmpty();
    }
}
