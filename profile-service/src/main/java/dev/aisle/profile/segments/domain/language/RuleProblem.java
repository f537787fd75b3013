package dev.aisle.profile.segments.domain.language;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a rule, and where.
 *
 * @param pointer JSON pointer (RFC 6901) into the JSON form; empty: the whole rule
 * @param line of the text form, from 1; 0 when the rule came as JSON
 * @param column of the text form, from 1; 0 when the rule came as JSON
 * @param message what is wrong
 * @param suggestion what to write instead; null when nothing is near
 */
public record RuleProblem(
        String pointer,
        int line,
        int column,
        String message,
        @Nullable String suggestion) {
    /** One that is known by its place in the JSON form. */
    static RuleProblem at(String pointer, String message, @Nullable String suggestion) {
        return new RuleProblem(pointer, 0, 0, message, suggestion);
    }

    RuleProblem in(int textLine, int textColumn) {
        return new RuleProblem(pointer, textLine, textColumn, message, suggestion);
    }
}
