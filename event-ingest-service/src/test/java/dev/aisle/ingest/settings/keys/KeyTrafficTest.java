package dev.aisle.ingest.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.ingest.v1.WriteKey;
import org.junit.jupiter.api.Test;

class KeyTrafficTest {
    private final KeyTraffic traffic = new KeyTraffic();

    @Test
    void aKeyWithoutALimitMaySendAnything() {
        assertThat(traffic.take(WriteKey.getDefaultInstance(), 1_000_000)).isZero();
    }

    @Test
    void whatIsAboveTheBurstWaits() {
        WriteKey key = limit(1, 10);

        assertThat(traffic.take(key, 10)).isZero();
        assertThat(traffic.take(key, 10)).isBetween(9, 11);
    }

    @Test
    void aBatchAboveTheBurstPassesAFullBucketAndTheNextPaysForIt() {
        WriteKey key = limit(1, 10);

        assertThat(traffic.take(key, 100)).isZero();
        assertThat(traffic.take(key, 1)).isBetween(88, 92);
    }

    @Test
    void nobodyIsToldToWaitLongerThanClientsListen() {
        WriteKey key = limit(1, 10);

        assertThat(traffic.take(key, 2_500)).isZero();
        assertThat(traffic.take(key, 2_500)).isEqualTo(300);
    }

    @Test
    void aRequestThatIsHeldBackTakesNothing() {
        WriteKey key = limit(1, 10);
        traffic.take(key, 5);

        assertThat(traffic.take(key, 8)).isPositive();
        assertThat(traffic.take(key, 5)).isZero();
    }

    @Test
    void aCheckWithoutEventsTakesNothing() {
        WriteKey key = limit(1, 1);
        traffic.take(key, 0);

        assertThat(traffic.take(key, 1)).isZero();
    }

    @Test
    void aChangedLimitStartsAnew() {
        traffic.take(limit(1, 10), 10);

        assertThat(traffic.take(limit(1, 20), 20)).isZero();
    }

    private static WriteKey limit(long eventsPerSecond, long burst) {
        return WriteKey.newBuilder()
                .setEventsPerSecond(eventsPerSecond)
                .setBurst(burst)
                .build();
    }
}
