package dev.aisle.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GrpcAnswersTest {
    @Test
    void aTextOfPrintableAsciiIsWrittenAsItIs() {
        String text = "Send 'authorization: Bearer ab.c~d*e+f' (a/b, c; d?).";

        assertThat(GrpcAnswers.percentEncoded(text)).isEqualTo(text);
    }

    @Test
    void onlyPercentAndWhatIsNotPrintableIsEscaped() {
        assertThat(GrpcAnswers.percentEncoded("5 %\n…é\u007F"))
                .isEqualTo("5 %25%0A%E2%80%A6%C3%A9%7F")
                .satisfies(encoded -> assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                        .isEqualTo("5 %\n…é\u007F"));
    }
}
