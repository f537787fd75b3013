package dev.aisle.recommender.search;

/**
 * One way in which a recogniser of speech understood what was said.
 *
 * @param confidence 0 to 1; 0 when it doesn't say
 */
public record Transcript(String text, double confidence) {}
