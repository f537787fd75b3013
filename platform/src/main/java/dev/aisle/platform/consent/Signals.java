package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What privacy-service read in a person's TCF and GPP strings. A state that has a string and not what was read in it comes from an older
 * privacy-service and counts as a refusal.
 *
 * @param tcf the purposes consented to; empty without a string
 * @param tcfUntil when a yes by that string is over
 */
record Signals(Optional<Set<Integer>> tcf, Instant tcfUntil, Gpp gpp) {
    /** What the GPP string says by purpose. */
    record Gpp(boolean given, boolean malformed, Set<Purpose> optedOut, Set<Purpose> notOptedOut) {}

    static Signals of(ConsentState state) {
        boolean tcfGiven = state.hasTcfSignal() || !state.getTcf().isEmpty();
        boolean gppUnread = !state.hasGppSignal() && !state.getGpp().isEmpty();
        return new Signals(
                tcfGiven ? Optional.of(Set.copyOf(state.getTcfSignal().getPurposesList())) : Optional.empty(),
                Instant.ofEpochSecond(state.getTcfSignal().getExpiresAt().getSeconds()),
                new Gpp(
                        state.hasGppSignal() || gppUnread,
                        gppUnread || state.getGppSignal().getMalformed(),
                        Set.copyOf(state.getGppSignal().getOptedOutList()),
                        Set.copyOf(state.getGppSignal().getNotOptedOutList())));
    }

    /**
     * The purposes of the TCF string as they count for a use that needs some of them: a yes that is over is silence, a no stays a no.
     *
     * @param needed by the use
     */
    Optional<Set<Integer>> tcf(Set<Integer> needed, Instant now) {
        return tcf.filter(consented -> now.isBefore(tcfUntil) || !consented.containsAll(needed));
    }

    GppSignal gpp(Purpose purpose) {
        if (!gpp.given()) {
            return GppSignal.ABSENT;
        }
        if (gpp.malformed()) {
            return GppSignal.MALFORMED;
        }
        if (gpp.optedOut().contains(purpose)) {
            return GppSignal.OPTED_OUT;
        }
        return gpp.notOptedOut().contains(purpose) ? GppSignal.NOT_OPTED_OUT : GppSignal.ABSENT;
    }
}
