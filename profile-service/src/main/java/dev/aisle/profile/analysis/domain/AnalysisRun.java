package dev.aisle.profile.analysis.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An analysis on its way, or its end.
 *
 * @param kind of the question: {@code funnels}
 * @param progress share of the people who were read, 0..1
 * @param failure why it failed; null otherwise
 * @param result the chart as JSON; null until it is done
 */
public record AnalysisRun(
        UUID id,
        String kind,
        State state,
        double progress,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @Nullable String result) {
    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** As it stands in tables and answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
