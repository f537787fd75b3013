package dev.aisle.ingest.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class PageCursorFuzzTest {
    /** As the client sent it, and as what would be in it: or the fuzzer would only learn base64. */
    @FuzzTest
    void anyTextIsACursorThatComesBackOrNone(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String wrapped = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        for (String sent : new String[] {text, wrapped}) {
            PageCursor.of(sent)
                    .ifPresent(
                            cursor -> assertThat(PageCursor.of(cursor.text())).hasValue(cursor));
        }
    }
}
