package dev.aisle.ingest.refine.memory;

import dev.aisle.ingest.refine.flags.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What refine remembers of a person. */
public sealed interface History {
    /** A session ends when nothing happens for that long; an event that is older by more is late. */
    Duration SESSION_GAP = Duration.ofMinutes(30);

    /** Nothing is left of this person, and nothing may be added. */
    record Erased() implements History {}

    /**
     * Somebody who was seen.
     *
     * @param session the current session
     * @param sessionStart event time of its first event
     * @param newest event time of the newest event
     * @param nextPosition the place that the next event of the session gets, from 0
     * @param sequence how many events there were
     * @param pace how fast they came
     */
    record Active(UUID session, Instant sessionStart, Instant newest, int nextPosition, long sequence, Pace pace)
            implements History {
        /** Before the first event. */
        public static final Active NONE =
                new Active(new UUID(0, 0), Instant.EPOCH, Instant.EPOCH.minus(SESSION_GAP), 0, 0, Pace.NONE);
    }
}
