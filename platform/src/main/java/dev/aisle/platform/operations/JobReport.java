package dev.aisle.platform.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that takes a while.
 *
 * @param kind what it does, in a word
 * @param state how it stands
 * @param progress 0 … 1
 * @param told why it failed, or what it made; no identifier of a person; null for nothing
 */
public record JobReport(
        String kind,
        State state,
        double progress,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String told) {
    /** How a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
