package dev.aisle.ingest.catalog;

import dev.aisle.ingest.shared.values.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What became of the documents of a request.
 *
 * @param stored false when this was only to be looked at
 * @param accepted documents that are in, or would be
 * @param rejected documents that are not
 * @param errors why, of the first thousand
 * @param warnings what was mended or is missing, of the first thousand
 * @param totals how many errors and warnings there were, by code
 */
record Report(
        boolean stored,
        int accepted,
        int rejected,
        List<Note> errors,
        List<Note> warnings,
        Map<String, Integer> totals) {
    /** Errors, and warnings, that are listed. */
    public static final int MOST_NOTES = 1_000;

    public Report {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Something about one document, which begins in that line. */
    public record Note(int line, String productId, String field, String code, String message) {}

    /** Counts while the documents go by; its memory is bounded. */
    public static final class Builder {
        private final List<Note> errors = new ArrayList<>();
        private final List<Note> columns = new ArrayList<>();
        private final List<Note> warnings = new ArrayList<>();
        private final Map<String, Integer> totals = new TreeMap<>();
        private int accepted;
        private int rejected;

        public void accepted(int count) {
            accepted += count;
        }

        public void rejected(int line, String productId, Fault fault) {
            rejected++;
            note(errors, line, productId, fault);
        }

        public void warned(int line, String productId, Fault warning) {
            note(warnings, line, productId, warning);
        }

        /** A column of the whole feed that is left out; told before what is said of single documents. */
        public void leftOut(Fault column) {
            note(columns, 1, "", column);
        }

        private void note(List<Note> notes, int line, String productId, Fault fault) {
            totals.merge(fault.code(), 1, Integer::sum);
            if (notes.size() < MOST_NOTES) {
                notes.add(new Note(line, productId, fault.field(), fault.code(), fault.message()));
            }
        }

        public Report build(boolean stored) {
            List<Note> all = Stream.concat(columns.stream(), warnings.stream())
                    .limit(MOST_NOTES)
                    .toList();
            return new Report(stored, accepted, rejected, errors, all, totals);
        }
    }
}
