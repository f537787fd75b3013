package dev.aisle.profile.segments.domain;

import org.jspecify.annotations.Nullable;

/** How many people a rule would have in it. */
public sealed interface Preview {
    /** Everybody was looked at. */
    record Exact(long people, long of) implements Preview {}

    /**
     * Some were looked at.
     *
     * @param low 95 % interval of the number of people
     * @param sample how many were looked at
     * @param of about how many there are
     */
    record Estimated(long low, long high, long sample, long of) implements Preview {}

    /**
     * It may not be told.
     *
     * @param differsFromTold whether there are enough people, but too few in the difference to a size that was told before
     * @param sample how many were looked at
     */
    record Withheld(
            boolean differsFromTold, long sample, @Nullable Long of) implements Preview {}
}
