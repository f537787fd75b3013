package dev.aisle.assistant.conversations.domain;

import dev.aisle.assistant.knowledge.domain.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer is from.
 *
 * @param url where it is read whole; {@code null} when the shop shows it nowhere
 * @param article id of an article; empty for what isn't one
 * @param version of the article
 * @param passage number in the article
 */
public record Source(
        String title, @Nullable String heading, @Nullable String url, String article, int version, int passage) {
    /** A passage of an article. */
    public static Source of(Passage passage) {
        return new Source(
                passage.title(),
                passage.heading(),
                passage.url(),
                passage.article(),
                passage.version(),
                passage.number());
    }

    /** A page that isn't an article. */
    public static Source page(String title, @Nullable String url) {
        return new Source(title, null, url, "", 0, 0);
    }
}
