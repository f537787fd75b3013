package dev.aisle.assistant.knowledge.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as somebody wrote it down, in JSON, a front matter or a row.
 *
 * @param title without one, the first heading of the first level
 * @param asks how people ask for it
 * @param validFrom a time such as {@code 2026-12-01T00:00:00Z}, or a date, which begins at midnight UTC
 */
public record WrittenArticle(
        @Nullable String title,
        @Nullable String body,
        List<String> tags,
        List<String> products,
        List<String> asks,
        @Nullable String url,
        @Nullable String validFrom,
        @Nullable String validTo) {
    private static final int DATE_LENGTH = 10;
    private static final int LAST_YEAR = 3000;

    public WrittenArticle {
        tags = List.copyOf(tags);
        products = List.copyOf(products);
        asks = List.copyOf(asks);
    }

    /** The text; what is wrong is noted by field. */
    public ArticleText text(Map<String, String> wrong) {
        String markdown = body == null ? "" : body;
        ArticleText text = new ArticleText(
                titleOf(markdown),
                markdown,
                tags.stream().map(String::strip).distinct().toList(),
                products.stream().map(String::strip).distinct().toList(),
                asks.stream().map(String::strip).distinct().toList(),
                url == null || url.isBlank() ? null : url.strip(),
                time("validFrom", validFrom, wrong),
                time("validTo", validTo, wrong));
        ArticleChecks.violations(text).forEach(wrong::putIfAbsent);
        return text;
    }

    private String titleOf(String markdown) {
        if (title != null && !title.isBlank()) {
            return title.strip();
        }
        String first = markdown.length() <= ArticleChecks.MOST_BYTES ? SplitArticle.firstTitle(markdown) : null;
        return first == null ? "" : first;
    }

    private static @Nullable Instant time(String field, @Nullable String value, Map<String, String> wrong) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            String text = value.strip();
            Instant time = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.atOffset(ZoneOffset.UTC).getYear() > LAST_YEAR) {
                throw new DateTimeException("out of range");
            }
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            wrong.put(field, "must be a time such as 2026-12-01T00:00:00Z, or a date");
            return null;
        }
    }
}
