package dev.aisle.compute.evaluate;

/**
 * An algorithm that came with {@code all} and doesn't take part.
 *
 * @param label as it was asked for
 * @param reason in words
 */
record Absent(String label, String reason) {}
