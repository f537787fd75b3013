package dev.aisle.compute.evaluate;

/**
 * What isn't in an evaluation, or not in its means.
 *
 * @param what people, lines, items …
 * @param count how many, ≥ 1
 * @param reason in words
 */
record LeftOut(String what, long count, String reason) {}
