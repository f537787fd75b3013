package dev.aisle.platform.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The latest time that a clock has shown; not for several threads. */
final class LatestTime {
    /** Steps up to this size are only waited out. */
    static final Duration TOLERATED = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Instant latest;

    LatestTime(InstantSource clock) {
        this.clock = clock;
        this.latest = clock.instant();
    }

    /** Looks at the clock: by how much it is behind what it has shown before, when that is more than can be waited out. */
    Optional<Duration> putBack() {
        Instant now = clock.instant();
        if (now.isAfter(latest)) {
            latest = now;
        }
        return Optional.of(Duration.between(now, latest)).filter(by -> by.compareTo(TOLERATED) > 0);
    }
}
