package dev.aisle.recommender.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.consent.SeenConsent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteServedTest {
    private static final Answered ANSWER = new Answered(
            new ServedList(
                    "r",
                    new SeenConsent("p", List.of(), 1),
                    Instant.EPOCH,
                    new ServedList.Origin("home", "user", "", "", ""),
                    List.of()),
            true,
            false,
            0);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** Two may wait, and nobody writes. */
    private final WriteServed writer = new WriteServed(
            null,
            null,
            new ServedSettings() {
                @Override
                public double share() {
                    return 1;
                }

                @Override
                public int waiting() {
                    return 2;
                }
            },
            metrics);

    @Test
    void whatThereIsNoRoomForIsCountedAndNobodyWaits() {
        for (int i = 0; i < 5; i++) {
            writer.offer(ANSWER);
        }

        assertThat(dropped("full")).isEqualTo(3);
    }

    @Test
    void whatCantBeWrittenIsCounted() {
        writer.failed(7, new IllegalStateException("away"));

        assertThat(dropped("failed")).isEqualTo(7);
    }

    private double dropped(String why) {
        return metrics.get("aisle.served.dropped").tag("why", why).counter().count();
    }
}
