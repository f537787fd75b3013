package dev.aisle.assistant.knowledge.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One article of many as it was read.
 *
 * @param line where it begins, from 1
 * @param state that its version is to get; {@code null} for that of the whole import
 * @param wrong why it can't be taken, by field; empty when it can
 * @param lines where fields stand that aren't in the first line
 */
public record ArticleEntry(
        int line,
        String id,
        String locale,
        @Nullable ArticleText text,
        @Nullable ArticleState state,
        Map<String, String> wrong,
        Map<String, Integer> lines) {
    /** Where an article begins, which one it is, and the state it asks for; empty for none. */
    record Head(int line, String id, String locale, String state) {}

    /** Refuses it. */
    public ArticleEntry refused(String field, String message) {
        return new ArticleEntry(line, id, locale, text, state, Map.of(field, message), lines);
    }

    /** Reads what was written, and checks it. */
    static ArticleEntry of(Head head, WrittenArticle written, Map<String, Integer> lines) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (!ArticleChecks.isId(head.id())) {
            wrong.put("id", "must be 1 to 100 small letters, digits and hyphens, such as returns");
        }
        if (ArticleKey.languageOf(head.locale()).isEmpty()) {
            wrong.put("locale", "must be en or zh, the languages that the assistant speaks");
        }
        ArticleState state = ArticleState.of(head.state()).orElse(null);
        if (!head.state().isBlank() && (state == null || state == ArticleState.RETIRED)) {
            wrong.put("state", "must be draft, in_review or approved");
        }
        return new ArticleEntry(head.line(), head.id(), head.locale(), written.text(wrong), state, wrong, lines);
    }

    /** What can't be read at all. */
    static ArticleEntry unreadable(int line, String field, String message) {
        return new ArticleEntry(line, "", "", null, null, Map.of(field, message), Map.of());
    }

    /** The line of a field. */
    public int lineOf(String field) {
        return lines.getOrDefault(field, line);
    }

    /** Which article it is; of use when nothing is wrong. */
    public ArticleKey key() {
        return new ArticleKey(id, ArticleKey.languageOf(locale).orElseThrow());
    }
}
