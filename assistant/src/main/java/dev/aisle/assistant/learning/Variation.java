package dev.aisle.assistant.learning;

/**
 * How a conversation is answered.
 *
 * @param name as reports have it
 * @param outside whether the outside model may write, when there is one
 * @param mostSentences of an answer from articles
 */
public record Variation(String name, boolean outside, int mostSentences) {}
