package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.nio.charset.StandardCharsets;

class TcfFuzzTest {
    @FuzzTest
    void anyTextIsReadOrUnusableWithAReason(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        switch (TcfString.read(text)) {
            case Usable<TcfConsent> usable ->
                assertThat(usable.signal().choices().purposes()).allMatch(purpose -> purpose >= 1 && purpose <= 24);
            case Unusable<TcfConsent> unusable -> assertThat(unusable.reason()).isNotBlank();
        }
    }
}
