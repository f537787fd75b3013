package dev.aisle.algorithms.privacy.signals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** W3C Global Privacy Control, draft of 2026-04-03. */
class GlobalPrivacyControlTest {
    static Stream<JsonNode> headers() {
        return Vectors.json("gpc-vectors.json").get("headers").valueStream();
    }

    @ParameterizedTest
    @MethodSource("headers")
    @DisplayName("3.3 The Sec-GPC Header Field for HTTP Requests")
    void theSignalIsSetWhenOneValueIsExactlyTheCharacterOne(JsonNode vector) {
        List<String> values =
                vector.get("sec_gpc").valueStream().map(JsonNode::asText).toList();

        assertThat(GlobalPrivacyControl.isSet(values))
                .isEqualTo(vector.get("expect").asBoolean());
    }

    @Test
    @DisplayName("3.3 The Sec-GPC Header Field for HTTP Requests")
    void twoHeadersThatWereJoinedOnTheWayAreNoSignal() {
        assertThat(GlobalPrivacyControl.isSet(List.of("1, 1"))).isFalse();
    }
}
