package dev.aisle.privacy.audit.verification;

import java.util.function.Consumer;

/** Rows beside the log whose hash stands in an entry. A verification compares them with their entries, in its own transaction. */
public interface CoveredRows {
    /** Compares every row with its entry, and every entry with its row. Tells each finding; returns how many rows are covered. */
    Coverage compare(Consumer<Finding> found);
}
