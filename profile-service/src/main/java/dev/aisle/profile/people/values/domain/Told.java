package dev.aisle.profile.people.values.domain;

import java.util.Optional;

/**
 * A value, or why there is none.
 *
 * @param <T> what it is
 */
public sealed interface Told<T> {
    /** It is known. */
    record Known<T>(T value) implements Told<T> {}

    /**
     * Nothing honest can be said.
     *
     * @param reason in words
     */
    record Absent<T>(String reason) implements Told<T> {}

    /** The value when it is known. */
    default Optional<T> known() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
