package dev.aisle.campaign.delivery.messages.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
    /** Goes on when it is told to. */
    private static final class Clock implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void processesTogetherGiveAProviderNoMoreThanItTakes(int processes) throws InterruptedException {
        Clock clock = new Clock();
        var throttles =
                Stream.generate(() -> new Throttle(60, clock)).limit(processes).toList();
        throttles.forEach(one -> one.share(processes));

        int given = 0;
        for (int tenth = 0; tenth < 100; tenth++) {
            clock.nanos += TimeUnit.MILLISECONDS.toNanos(100);
            for (Throttle one : throttles) {
                given += one.take(1_000);
            }
        }

        // Ten seconds; each begins with one.
        assertThat(given).isBetween(590, 600 + processes);
    }
}
