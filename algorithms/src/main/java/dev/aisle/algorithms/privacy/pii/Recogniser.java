package dev.aisle.algorithms.privacy.pii;

import java.util.List;

/** Finds one type. */
interface Recogniser {
    /** Whether a text of that make-up could hold one at all. */
    boolean isWorthwhile(Makeup makeup);

    /** Adds what it finds, from left to right and without overlaps. */
    void find(String text, List<PiiSpan> found);
}
