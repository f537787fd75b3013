package dev.aisle.privacy.audit.domain;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that isn't as it was signed.
 *
 * @param leaf the first leaf that it touches
 * @param head the number of the head, when it is about one
 */
public record Finding(What what, long leaf, @Nullable Long head, String detail) {
    /** The order in which findings are told. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparingLong(Finding::leaf).thenComparing(Finding::what);

    /** What is wrong. */
    public enum What {
        /** The text of an entry was changed. */
        EDITED,
        /** An entry is missing between others. */
        DELETED,
        /** Entries have each other's places. */
        REORDERED,
        /** The last entries are missing. */
        TRUNCATED,
        /** Entries and the stored tree were changed together; which of them since the last good head can't be told. */
        REWRITTEN,
        /** Entries that no head covers. */
        UNSIGNED,
        /** A stored hash of the tree was changed; the entries are as they were. */
        NODE_EDITED,
        /** A stored hash of the tree is missing. */
        NODE_DELETED,
        /** A head isn't what was signed. */
        HEAD_EDITED,
        /** A head is missing. */
        HEAD_DELETED,
        /** The log isn't the one of a head that was kept elsewhere. */
        OTHER_LOG,
        /** Somebody else was put in the place of a subject. */
        SUBJECT_EDITED;

        /** As it stands in the answer: {@code head-edited}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The key of what is wrong in the words of the console. */
    public String key() {
        return "privacy_finding_" + what.name().toLowerCase(Locale.ROOT);
    }

    static Finding ofLeaf(What what, long leaf, String detail) {
        return new Finding(what, leaf, null, detail);
    }
}
