package dev.aisle.algorithms.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class PseudonymFuzzTest {
    @FuzzTest
    void anyTextIsAPseudonymOrRefusedWithoutRepeatingIt(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        if (Pseudonym.isPseudonym(text)) {
            assertThat(text).matches("p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}");
            assertThat(text).startsWith("p1." + new Pseudonym(text).keyId() + ".");
        } else {
            assertThatThrownBy(() -> new Pseudonym(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a pseudonym: expected p1.<keyId>.<32 characters of base64url>");
        }
    }
}
