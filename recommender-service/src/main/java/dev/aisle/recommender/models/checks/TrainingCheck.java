package dev.aisle.recommender.models.checks;

import java.util.Locale;

/**
 * One check of what a training is about to learn from.
 *
 * @param value as found, such as {@code 0.31}
 * @param limit as set, such as {@code at most 0.2}
 */
public record TrainingCheck(String name, Outcome outcome, String value, String limit) {
    /** How it ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** There is nothing to compare with. */
        SKIPPED;

        /** The name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it failed. */
    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** In words, for the reason of a training that failed. */
    public String explanation() {
        return name + ": " + value + ", expected " + limit;
    }
}
