package dev.aisle.recommender.models.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that runs or has run.
 *
 * @param progress 0 … 1
 * @param lastInteraction number of the newest interaction when it began
 * @param startedBy client or user of the token, or this service
 * @param forced why it goes on in spite of failed checks; {@code null} when it doesn't
 */
public record Training(
        UUID id,
        Status status,
        String stage,
        double progress,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long lastInteraction,
        @Nullable String modelVersion,
        @Nullable String failure,
        String startedBy,
        @Nullable String forced,
        @Nullable TrainingResult result) {

    /** How a training stands. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        /** The name in the API and the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it can still be cancelled. */
    public boolean running() {
        return status == Status.RUNNING;
    }
}
