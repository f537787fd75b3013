package dev.aisle.recommender.assistant.understanding.intents;

import dev.aisle.recommender.assistant.shared.Language;

/** A text and what it wants, to learn from. */
public record Example(Language language, Intent intent, String text) {}
