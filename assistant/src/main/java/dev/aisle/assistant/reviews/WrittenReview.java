package dev.aisle.assistant.reviews;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.shared.Language;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A review as it was sent.
 *
 * @param stars a whole number, 1 … 5; empty for none
 * @param at a time such as {@code 2026-11-20T10:00:00Z}
 */
record WrittenReview(String product, String id, String text, String locale, String stars, String at) {
    private static final int LONGEST_TEXT = 10_000;
    private static final Duration FAST_CLOCK = Duration.ofDays(1);

    /** The review; empty when something is wrong, which is noted by field. */
    public Optional<Review> review(Map<String, String> wrong) {
        note(wrong, "id", idViolation(product));
        note(wrong, "reviewId", idViolation(id));
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            wrong.put("text", "must be 1 to " + LONGEST_TEXT + " characters without null");
        }
        Optional<Language> language = ArticleKey.languageOf(locale);
        if (language.isEmpty()) {
            wrong.put("locale", "must be en or zh");
        }
        if (!stars.matches("[1-5]?")) {
            wrong.put("stars", "must be 1 to 5, or left out");
        }
        Instant time = time();
        if (time == null) {
            wrong.put("at", "must be a time such as 2026-11-20T10:00:00Z");
        }
        return wrong.isEmpty() && time != null
                ? language.map(spoken -> new Review(
                        product,
                        id,
                        spoken,
                        StorableText.of(text),
                        stars.isEmpty() ? null : Integer.valueOf(stars),
                        time))
                : Optional.empty();
    }

    private static @Nullable String idViolation(String id) {
        if (id.isEmpty() || id.length() > 200) {
            return "must be 1 to 200 characters";
        }
        return id.indexOf('\0') >= 0 ? "must have no null character" : null;
    }

    private static void note(Map<String, String> wrong, String field, @Nullable String violation) {
        if (violation != null) {
            wrong.put(field, violation);
        }
    }

    private @Nullable Instant time() {
        try {
            Instant time = OffsetDateTime.parse(at.strip()).toInstant();
            return time.isBefore(Instant.EPOCH) || time.isAfter(Instant.now().plus(FAST_CLOCK)) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
