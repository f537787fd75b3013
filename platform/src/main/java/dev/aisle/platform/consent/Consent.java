package dev.aisle.platform.consent;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What one person allows.
 *
 * @param version of the consent state; 0 when there is none
 * @param grantedUntil the granted purposes, each with the moment at which the grant ends
 * @param suppressed nothing may be processed, whatever is granted
 */
public record Consent(long version, Map<Purpose, Instant> grantedUntil, boolean suppressed) {
    /** Of somebody of whom nothing is known. */
    public static final Consent NONE = new Consent(0, Map.of(), false);

    static Consent of(ConsentState state) {
        Map<Purpose, Instant> granted = new EnumMap<>(Purpose.class);
        for (PurposeDecision decision : state.getDecisionsList()) {
            if (decision.getStatus() == ConsentStatus.GRANTED) {
                granted.put(decision.getPurpose(), endOf(decision));
            }
        }
        return new Consent(state.getVersion(), granted, state.getSuppressed());
    }

    private static Instant endOf(PurposeDecision decision) {
        return decision.hasExpiresAt()
                ? Instant.ofEpochSecond(decision.getExpiresAt().getSeconds())
                : Instant.MAX;
    }

    /** Whether data may be used for this purpose now. */
    public boolean allows(Purpose purpose, Instant now) {
        if (suppressed) {
            return false;
        }
        Instant until = grantedUntil.get(purpose);
        return purpose == Purpose.NECESSARY || (until != null && now.isBefore(until));
    }

    /** The purposes that hold now, without {@link Purpose#NECESSARY}. */
    public Set<Purpose> granted(Instant now) {
        Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : grantedUntil.keySet()) {
            if (allows(purpose, now)) {
                granted.add(purpose);
            }
        }
        return granted;
    }
}
