package dev.aisle.algorithms.privacy.rules;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;

/**
 * All that the conditions of rules can ask about; there are only some ten thousand.
 *
 * @param jurisdiction a name with lines in the table, or {@code *}
 */
record Situation(
        Purpose purpose,
        ExplicitStatus explicit,
        boolean gpc,
        Tcf tcf,
        GppSignal gpp,
        AgeBand age,
        boolean suppressed,
        String jurisdiction) {
    /** What a TCF string says about the purpose. */
    enum Tcf {
        /** There is no string, or TCF doesn't know the purpose. */
        NONE,
        /** All that the purpose needs. */
        GRANTED,
        /** Not all. */
        MISSING
    }
}
