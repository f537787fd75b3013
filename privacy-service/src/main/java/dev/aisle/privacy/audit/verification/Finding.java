package dev.aisle.privacy.audit.verification;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that isn't as it was signed.
 *
 * @param leaf the first leaf that it touches; {@link #NO_LEAF} when there is none
 * @param head the number of the head, when it is about one
 * @param subject the pseudonym, when it is about somebody's consents; kept nowhere
 * @param version the version of the consents
 */
public record Finding(
        What what,
        long leaf,
        @Nullable Long head,
        String detail,
        @Nullable String subject,
        @Nullable Long version) {
    /** The leaf of a finding that the log has no entry of. */
    public static final long NO_LEAF = -1;

    /** The order in which findings are told; those without a leaf come last. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::leaf, Long::compareUnsigned).thenComparing(Finding::what);

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
        SUBJECT_EDITED,
        /** Whom entries are about was deleted, and no erasure says so. */
        SUBJECT_DELETED,
        /** A stored version of somebody's consents isn't the one of its entry. */
        CONSENT_EDITED,
        /** A version of somebody's consents is missing. */
        CONSENT_DELETED,
        /** A version of consents stands under somebody else than its entry says. */
        CONSENT_REASSIGNED,
        /** The log has no entry of a version of consents. */
        CONSENT_UNLOGGED;

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
        return ofHead(what, leaf, null, detail);
    }

    /** A finding about a head, or about the entries under it. */
    public static Finding ofHead(What what, long leaf, @Nullable Long head, String detail) {
        return new Finding(what, leaf, head, detail, null, null);
    }

    /** A finding about a version of somebody's consents. */
    public static Finding ofConsent(What what, long leaf, String subject, long version, String detail) {
        return new Finding(what, leaf, null, detail, subject, version);
    }

    /** The same without the subject, as it is kept: the leaf names it for as long as it may be known. */
    public Finding withoutSubject() {
        return new Finding(what, leaf, head, detail, null, version);
    }

    /** Whether there is a leaf to look at. */
    public boolean hasLeaf() {
        return leaf != NO_LEAF;
    }
}
