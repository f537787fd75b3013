package dev.aisle.assistant.knowledge.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes.
 *
 * @param body in Markdown
 * @param products ids of those that it is about
 * @param asks how people ask for what it says, in other words than its own; found by, never shown
 * @param url where shoppers read the whole; {@code null} when the shop shows it nowhere
 * @param validFrom from when it is so; {@code null} for always
 * @param validTo until when, exclusive; {@code null} for ever
 */
public record ArticleText(
        String title,
        String body,
        List<String> tags,
        List<String> products,
        List<String> asks,
        @Nullable String url,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {
    public ArticleText {
        tags = List.copyOf(tags);
        products = List.copyOf(products);
        asks = List.copyOf(asks);
    }

    /** The same, asked for in one way more. */
    public ArticleText asked(String ask) {
        List<String> more =
                Stream.concat(asks.stream(), Stream.of(ask)).distinct().toList();
        return new ArticleText(title, body, tags, products, more, url, validFrom, validTo);
    }

    /** Whether it is so at a time. */
    public boolean validAt(Instant time) {
        return (validFrom == null || !time.isBefore(validFrom)) && (validTo == null || time.isBefore(validTo));
    }
}
