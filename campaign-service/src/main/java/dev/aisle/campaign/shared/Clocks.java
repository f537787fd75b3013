package dev.aisle.campaign.shared;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** The time of this service, to the microsecond as the database keeps it. */
final class Clocks {
    private Clocks() {}

    @Produces
    @Singleton
    static InstantSource now() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
