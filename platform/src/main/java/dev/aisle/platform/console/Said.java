package dev.aisle.platform.console;

import org.jspecify.annotations.Nullable;

/**
 * A text of the API as a page shows it.
 *
 * @param text in the language of the page, or as it was where no sentence is known
 * @param original the English text, where {@code text} is a translation; else null
 * @param english whether {@code text} is English on a page of another language
 */
public record Said(String text, @Nullable String original, boolean english) {}
