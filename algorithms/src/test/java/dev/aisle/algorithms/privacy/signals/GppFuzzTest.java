package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.nio.charset.StandardCharsets;
import java.util.List;

class GppFuzzTest {
    @FuzzTest
    void anyTextIsReadOrUnusableWithAReason(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        switch (GppString.read(text)) {
            case Usable<GppConsent> usable -> {
                GppSignal sale = usable.signal().signal(List.of("*.SaleOptOut"));
                assertThat(sale == GppSignal.OPTED_OUT || !usable.signal().gpc())
                        .isTrue();
            }
            case Unusable<GppConsent> unusable -> assertThat(unusable.reason()).isNotBlank();
        }
    }
}
