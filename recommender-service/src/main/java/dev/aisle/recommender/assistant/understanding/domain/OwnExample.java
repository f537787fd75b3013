package dev.aisle.recommender.assistant.understanding.domain;

/**
 * A shop's own example.
 *
 * @param id that the shop gave it
 */
public record OwnExample(String id, Example example) {}
