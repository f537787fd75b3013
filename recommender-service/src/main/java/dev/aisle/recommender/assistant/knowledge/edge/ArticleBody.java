package dev.aisle.recommender.assistant.knowledge.edge;

import dev.aisle.recommender.assistant.knowledge.domain.ArticleText;
import dev.aisle.recommender.assistant.knowledge.domain.SplitArticle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is sent.
 *
 * @param title without one, the first heading of the first level
 * @param body in Markdown
 * @param validFrom a time such as {@code 2026-12-01T00:00:00Z}, or a date, which begins at midnight UTC
 */
@Schema(
        examples =
                "{\"title\":\"Returns\",\"body\":\"# Returns\\n\\nYou have 30 days to send back what you don't like.\",\"tags\":[\"returns\"],\"url\":\"/help/returns\"}")
record ArticleBody(
        @Nullable String title,
        @Nullable String body,
        @Nullable List<String> tags,
        @Nullable List<String> products,
        @Nullable String url,
        @Nullable String validFrom,
        @Nullable String validTo) {
    /** The text; what can't be read is noted by field. */
    ArticleText text(Map<String, String> wrong) {
        String markdown = body == null ? "" : body;
        String given = title == null || title.isBlank() ? SplitArticle.firstTitle(markdown) : title.strip();
        return new ArticleText(
                given == null ? "" : given,
                markdown,
                tags == null
                        ? List.of()
                        : tags.stream().map(String::strip).distinct().toList(),
                products == null
                        ? List.of()
                        : products.stream().map(String::strip).distinct().toList(),
                url == null || url.isBlank() ? null : url.strip(),
                time("validFrom", validFrom, wrong),
                time("validTo", validTo, wrong));
    }

    private static @Nullable Instant time(String field, @Nullable String value, Map<String, String> wrong) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            String text = value.strip();
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.atOffset(ZoneOffset.UTC).getYear() > 3000) {
                throw new DateTimeException("out of range");
            }
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            wrong.put(field, "must be a time such as 2026-12-01T00:00:00Z, or a date");
            return null;
        }
    }
}
