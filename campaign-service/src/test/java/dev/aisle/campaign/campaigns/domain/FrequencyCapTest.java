package dev.aisle.campaign.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrequencyCapTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final FrequencyCap ONCE_AN_HOUR = new FrequencyCap(1, Duration.ofHours(1));

    static Stream<JsonNode> rollingVectors() throws IOException {
        try (InputStream file = FrequencyCapTest.class.getResourceAsStream("/freqcap/rolling.json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("rolling");
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("rollingVectors")
    void theRollingWindowIsThatOfTheVectors(JsonNode vector) {
        FrequencyCap cap = new FrequencyCap(
                vector.get("cap").intValue(),
                Duration.ofSeconds(vector.get("window_s").longValue()));
        List<Instant> history = StreamSupport.stream(vector.get("history").spliterator(), false)
                .map(second -> Instant.ofEpochSecond(second.longValue()))
                .toList();

        assertThat(cap.allows(history, Instant.ofEpochSecond(vector.get("now").longValue())))
                .isEqualTo(vector.get("allowed").booleanValue());
    }

    @Test
    void oneInstantDecidesAtTheEdgeOfTheWindow() {
        Instant edge = NOW.minus(Duration.ofHours(1));

        assertThat(ONCE_AN_HOUR.allows(List.of(edge), NOW)).isTrue();
        assertThat(ONCE_AN_HOUR.allows(List.of(edge.plusNanos(1)), NOW)).isFalse();
        assertThat(ONCE_AN_HOUR.allows(List.of(NOW), NOW)).isFalse();
        assertThat(ONCE_AN_HOUR.allows(List.of(NOW.plusNanos(1)), NOW)).isTrue();
    }

    @Test
    void aCapOfNothingNeverAllows() {
        assertThat(new FrequencyCap(0, Duration.ofDays(1)).allows(List.of(), NOW))
                .isFalse();
    }

    @Test
    void aWindowWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new FrequencyCap(1, Duration.ZERO)).hasMessageContaining("frequencyCap.window");
    }
}
