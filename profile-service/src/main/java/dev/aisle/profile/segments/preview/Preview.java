package dev.aisle.profile.segments.preview;

import org.jspecify.annotations.Nullable;

/** How many people a rule would have in it. */
public sealed interface Preview {
    /** How many new numbers the caller can still have today. */
    int left();

    /**
     * Everybody was looked at.
     *
     * @param people as the guard shows it
     * @param of how many there are, as the guard shows it; null when it doesn't
     */
    record Counted(long people, @Nullable Long of, int left) implements Preview {}

    /**
     * Some were looked at.
     *
     * @param low 95 % interval of the number of people
     * @param sample how many were looked at
     * @param of about how many there are
     */
    record Estimated(long low, long high, long sample, long of, int left) implements Preview {}

    /** Too few people. */
    record TooFew(int left) implements Preview {}

    /** The rule is new, and the caller had today's new numbers. */
    record NoneLeft() implements Preview {
        @Override
        public int left() {
            return 0;
        }
    }
}
