package dev.aisle.assistant.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(30));

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            breaker.failed(at);
        }
    }

    @Test
    void afterSoManyFailuresInARowItIsLeftAloneForAWhile() {
        fail(3, NOW);

        assertThat(breaker.lets(NOW)).isFalse();
        assertThat(breaker.lets(NOW.plusSeconds(29))).isFalse();
    }

    @Test
    void afterTheRestOneTriesAndTheOthersWaitForWhatBecomesOfIt() {
        fail(3, NOW);

        assertThat(breaker.lets(NOW.plusSeconds(30))).isTrue();
        assertThat(breaker.lets(NOW.plusSeconds(30))).isFalse();
        breaker.succeeded();
        assertThat(breaker.lets(NOW.plusSeconds(31))).isTrue();
    }

    @Test
    void aTrialThatFailsBeginsAnotherRest() {
        fail(3, NOW);
        breaker.lets(NOW.plusSeconds(30));

        breaker.failed(NOW.plusSeconds(34));

        assertThat(breaker.lets(NOW.plusSeconds(63))).isFalse();
        assertThat(breaker.lets(NOW.plusSeconds(64))).isTrue();
    }

    @Test
    void aSuccessBetweenFailuresBeginsTheCountAnew() {
        fail(2, NOW);
        breaker.succeeded();
        fail(2, NOW);

        assertThat(breaker.lets(NOW)).isTrue();
    }
}
