package dev.aisle.assistant.conversations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeakerLimitsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstIsTakenThenOneEachSecond() {
        SpeakerLimits limits = new SpeakerLimits(3, Duration.ofSeconds(1), 10);

        for (int i = 0; i < 3; i++) {
            assertThat(limits.take("a", 0)).isZero();
        }
        assertThat(limits.take("a", 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.take("a", SECOND / 2)).isEqualTo(Duration.ofMillis(500));
        assertThat(limits.take("a", SECOND)).isZero();
        assertThat(limits.take("a", SECOND)).isPositive();
    }

    @Test
    void aThousandRefusedMessagesASecondDelayNothing() {
        SpeakerLimits limits = new SpeakerLimits(2, Duration.ofSeconds(1), 10);
        int taken = 0;

        for (int i = 0; i < 10_000; i++) {
            taken += limits.take("a", i * SECOND / 1_000).isZero() ? 1 : 0;
        }

        assertThat(taken).isEqualTo(2 + 9);
        assertThat(limits.take("b", 10 * SECOND)).isZero();
    }

    @Test
    void whoWroteLongAgoIsForgottenFirst() {
        SpeakerLimits limits = new SpeakerLimits(1, Duration.ofHours(1), 2);
        limits.take("a", 0);
        limits.take("b", 0);
        limits.take("c", 0);

        assertThat(limits.take("a", 0)).isZero();
        assertThat(limits.take("c", 0)).isPositive();
    }
}
