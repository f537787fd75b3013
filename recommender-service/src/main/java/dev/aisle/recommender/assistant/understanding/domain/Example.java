package dev.aisle.recommender.assistant.understanding.domain;

/** A text and what it wants, to learn from. */
public record Example(Language language, Intent intent, String text) {}
