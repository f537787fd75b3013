package dev.aisle.assistant.understanding.intents;

import dev.aisle.assistant.shared.Language;

/** A text and what it wants, to learn from. */
public record Example(Language language, Intent intent, String text) {}
