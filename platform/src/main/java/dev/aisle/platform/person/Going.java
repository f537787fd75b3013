package dev.aisle.platform.person;

import java.util.Set;

/**
 * Rows of a person that are about to go.
 *
 * @param tables those whose rows of the person all go; all other rows stay
 */
public record Going(String pseudonym, Why why, Set<String> tables) {
    public Going {
        tables = Set.copyOf(tables);
    }

    /** Why rows go. */
    public enum Why {
        /** The person is erased and doesn't come again. */
        ERASURE,
        /** No purpose has held the rows for the term. */
        TERM,
        /** A purpose that held the rows was taken back. */
        WITHDRAWAL,
        /** The person stands under another pseudonym, and these rows stayed behind. */
        SUCCESSION
    }

    /** Whether the rows of that table go. */
    public boolean takes(String table) {
        return tables.contains(table);
    }

    /** Whether the person, or all of the person that the service may hold, goes with the rows: by an erasure or a term. */
    public boolean endsHolding(String table) {
        return takes(table) && (why == Why.ERASURE || why == Why.TERM);
    }
}
