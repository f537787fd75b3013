package dev.aisle.privacy.rights.opendsr.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Refused;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrReading.Understood;
import java.time.Instant;

class OpenDsrFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @FuzzTest
    void anyBodyIsARequestOrRefusedWithTheField(byte[] body) {
        switch (OpenDsrReader.read(body, body.length % 2 == 0, NOW)) {
            case Understood understood ->
                assertThat(understood.request().subjects().size()
                                + understood.request().unmatchable())
                        .isBetween(1, 20);
            case Refused refused -> assertThat(refused.message()).isNotBlank();
        }
    }
}
