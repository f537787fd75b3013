package dev.aisle.assistant.reviews;

import java.util.List;

/**
 * What became of the reviews of a table.
 *
 * @param stored false when they were only to be looked at
 * @param errors of the first thousand
 */
record ReviewReport(boolean stored, int accepted, int rejected, List<Wrong> errors) {
    public ReviewReport {
        errors = List.copyOf(errors);
    }

    /** A field of a row that is wrong. */
    public record Wrong(long line, String field, String message) {}
}
