package dev.aisle.assistant.knowledge.domain;

/**
 * A passage that may answer a question.
 *
 * @param confidence that it does, {@code 0 … 1}; a bar on it tells what the articles don't answer
 */
public record FoundPassage(Passage passage, double confidence) {}
