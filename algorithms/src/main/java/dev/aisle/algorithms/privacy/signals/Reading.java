package dev.aisle.algorithms.privacy.signals;

/**
 * What became of reading a signal.
 *
 * @param <T> what the signal says when it can be used
 */
public sealed interface Reading<T> {
    /** It follows its specification. */
    record Usable<T>(T signal) implements Reading<T> {}

    /** It doesn't; the reason never repeats the string. */
    record Unusable<T>(String reason) implements Reading<T> {}
}
