package dev.aisle.algorithms.privacy;

import java.util.Optional;
import java.util.Set;

/**
 * All that a consent decision depends on.
 *
 * @param jurisdiction {@code EU}, {@code UK}, {@code US-CA}, …; what isn't known counts as the strictest
 * @param ageBand the person's age band
 * @param purpose what the data would be used for
 * @param explicit what the person said about that purpose
 * @param gpc whether a Global Privacy Control signal is set
 * @param tcf consented purposes of a TCF string; empty when there is no string
 * @param gpp what a GPP string says
 * @param suppressed whether the person is suppressed or erased
 */
public record ConsentQuestion(
        String jurisdiction,
        AgeBand ageBand,
        Purpose purpose,
        ExplicitStatus explicit,
        boolean gpc,
        Optional<Set<Integer>> tcf,
        GppSignal gpp,
        boolean suppressed) {
    /** Copies what could change. */
    public ConsentQuestion {
        tcf = tcf.map(Set::copyOf);
    }

    /** A question without signals from the browser. */
    public static ConsentQuestion of(
            String jurisdiction, AgeBand ageBand, Purpose purpose, ExplicitStatus explicit, boolean suppressed) {
        return new ConsentQuestion(
                jurisdiction, ageBand, purpose, explicit, false, Optional.empty(), GppSignal.ABSENT, suppressed);
    }

    /** The same question about another jurisdiction. */
    public ConsentQuestion in(String other) {
        return new ConsentQuestion(other, ageBand, purpose, explicit, gpc, tcf, gpp, suppressed);
    }
}
