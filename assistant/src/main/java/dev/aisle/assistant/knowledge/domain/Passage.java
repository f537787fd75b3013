package dev.aisle.assistant.knowledge.domain;

import dev.aisle.assistant.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A part of an article that can stand alone.
 *
 * @param article its id, the same in all languages
 * @param version of the article
 * @param number of the passage in it, from 0
 * @param title of the article
 * @param heading that it stands under; {@code null} before the first one
 * @param text without markup
 * @param url where the whole article is read; {@code null} when the shop shows it nowhere
 */
public record Passage(
        String article,
        int version,
        int number,
        Language language,
        String title,
        @Nullable String heading,
        String text,
        @Nullable String url) {}
