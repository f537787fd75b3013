package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.domain.WrittenArticle;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is sent; see {@link WrittenArticle}.
 *
 * @param body in Markdown
 * @param asks how people ask for it; 50 of 300 characters at most
 */
@Schema(
        examples =
                "{\"title\":\"Returns\",\"body\":\"# Returns\\n\\nYou have 30 days to send back what you don't like.\",\"tags\":[\"returns\"],\"url\":\"/help/returns\"}")
record ArticleBody(
        @Nullable String title,
        @Nullable String body,
        @Nullable List<@Nullable String> tags,
        @Nullable List<@Nullable String> products,
        @Nullable List<@Nullable String> asks,
        @Nullable String url,
        @Nullable String validFrom,
        @Nullable String validTo) {
    WrittenArticle written() {
        return new WrittenArticle(title, body, texts(tags), texts(products), texts(asks), url, validFrom, validTo);
    }

    private static List<String> texts(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> text == null ? "" : text).toList();
    }
}
