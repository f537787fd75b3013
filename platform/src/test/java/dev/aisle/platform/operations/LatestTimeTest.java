package dev.aisle.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatestTimeTest {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final LatestTime latest = new LatestTime(() -> now);

    @Test
    void aClockThatGoesOnOrAheadIsNotPutBack() {
        now = now.plusSeconds(1);
        assertThat(latest.putBack()).isEmpty();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(latest.putBack()).isEmpty();
    }

    @Test
    void aSmallStepIsWaitedOut() {
        now = now.minusSeconds(30);
        assertThat(latest.putBack()).isEmpty();
    }

    @Test
    void aLargeStepIsToldFromTheLatestTimeThatWasShown() {
        now = now.plus(Duration.ofMinutes(10));
        assertThat(latest.putBack()).isEmpty();
        now = now.minus(Duration.ofMinutes(10));
        assertThat(latest.putBack()).contains(Duration.ofMinutes(10));
    }
}
