package dev.aisle.assistant.knowledge.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the articles of an import.
 *
 * @param stored false when this was only to be looked at
 * @param approved articles whose newest version said that already and only went on in its review
 * @param errors why articles were refused, of the first thousand
 * @param changes what changed or would, of the first thousand
 */
public record ImportReport(
        boolean stored,
        int created,
        int changed,
        int approved,
        int unchanged,
        int rejected,
        List<Wrong> errors,
        List<Change> changes) {
    private static final int MOST_LISTED = 1_000;

    public ImportReport {
        errors = List.copyOf(errors);
        changes = List.copyOf(changes);
    }

    /**
     * A field of an article that is wrong.
     *
     * @param line in what was sent, from 1
     */
    public record Wrong(int line, String article, String locale, String field, String message) {}

    /** An article that changes, and the version that it gets or keeps. */
    public record Change(String article, String locale, Kind change, int version) {}

    /** What happens to an article. */
    public enum Kind {
        CREATED,
        CHANGED,
        APPROVED,
        UNCHANGED
    }

    /** Counts while articles go by. */
    public static final class Builder {
        private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        private final List<Wrong> errors = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private int rejected;

        /** Notes an article that was taken. */
        public void taken(ArticleKey key, Kind kind, int version) {
            counts.merge(kind, 1, Integer::sum);
            if (kind != Kind.UNCHANGED && changes.size() < MOST_LISTED) {
                changes.add(new Change(key.id(), key.language().tag(), kind, version));
            }
        }

        /** Notes an article that was refused. */
        public void refused(ArticleEntry entry) {
            rejected++;
            entry.wrong().forEach((field, message) -> {
                if (errors.size() < MOST_LISTED) {
                    errors.add(new Wrong(entry.lineOf(field), entry.id(), entry.locale(), field, message));
                }
            });
        }

        /** The report. */
        public ImportReport build(boolean stored) {
            return new ImportReport(
                    stored,
                    counts.getOrDefault(Kind.CREATED, 0),
                    counts.getOrDefault(Kind.CHANGED, 0),
                    counts.getOrDefault(Kind.APPROVED, 0),
                    counts.getOrDefault(Kind.UNCHANGED, 0),
                    rejected,
                    errors,
                    changes);
        }
    }
}
