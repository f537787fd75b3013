package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a change of consent refuses, by whatever rule: the subject's own no, a signal, an age, a jurisdiction, a notice or time.
 *
 * @param before purposes that were refused by the time of the change, by the state that it replaces
 * @param after purposes that are refused from the change on
 */
record Refusals(Set<Purpose> before, Set<Purpose> after) {
    /** Of a change from one state to the next. */
    public static Refusals between(ConsentSnapshot current, ConsentSnapshot next, ConsentRules rules) {
        return new Refusals(refusedBy(current, rules, next.changedAt()), refusedBy(next, rules, next.changedAt()));
    }

    private static Set<Purpose> refusedBy(ConsentSnapshot snapshot, ConsentRules rules, Instant now) {
        Set<Purpose> refused = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            if (!snapshot.decide(rules, purpose, false, now).allowed()) {
                refused.add(purpose);
            }
        }
        return refused;
    }

    /** Whether something that was allowed isn't any more. */
    public boolean narrow() {
        return !before.containsAll(after);
    }
}
