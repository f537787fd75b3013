package dev.aisle.algorithms.text;

/**
 * What a text seems to be about.
 *
 * @param label the likeliest one
 * @param confidence its probability among all labels, {@code 0 < confidence ≤ 1}
 * @param outOfScope whether the text is like no example of any label, so that the label means nothing
 */
public record Guess(String label, double confidence, boolean outOfScope) {}
