package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What decides of a consent state; the rest of the state isn't kept, nor is what it says of purposes that nobody here knows.
 *
 * @param ageBand      an adult's while nobody has said one
 * @param successor    the pseudonym under which the person stands now; empty when it is this one
 * @param payloadKeys  none of who is suppressed
 * @param heldUntil    1970 when no legal hold stands
 * @param changedAt    in seconds since 1970
 */
record ConsentParts(
        long epoch,
        long version,
        long revision,
        String jurisdiction,
        AgeBand ageBand,
        boolean ageKnown,
        Map<Purpose, Consent.Statement> statements,
        boolean gpc,
        Signals signals,
        List<String> earlierJurisdictions,
        boolean suppressed,
        String successor,
        Fences fences,
        List<WrappedKey> payloadKeys,
        Instant heldUntil,
        long changedAt) {

    static ConsentParts of(ConsentState state) {
        return new ConsentParts(
                state.getEpoch(),
                state.getVersion(),
                state.getRevision(),
                state.getJurisdiction(),
                ageBandOf(state),
                state.getAgeBand() != dev.aisle.contracts.privacy.v1.AgeBand.AGE_BAND_UNSPECIFIED,
                statementsOf(state),
                state.getGpc(),
                Signals.of(state),
                List.copyOf(state.getEarlierJurisdictionsList()),
                state.getSuppressed(),
                state.getSuccessor(),
                Fences.of(state),
                state.getSuppressed()
                        ? List.of()
                        : state.getPayloadKeysList().stream()
                                .map(ConsentParts::wrapped)
                                .toList(),
                Instant.ofEpochSecond(
                        state.getHeldUntil().getSeconds(), state.getHeldUntil().getNanos()),
                state.getChangedAt().getSeconds());
    }

    private static Map<Purpose, Consent.Statement> statementsOf(ConsentState state) {
        Map<Purpose, Consent.Statement> statements = new EnumMap<>(Purpose.class);
        for (PurposeDecision decision : state.getDecisionsList()) {
            if (decision.getPurpose() == Purpose.UNRECOGNIZED) {
                continue;
            }
            statements.put(
                    decision.getPurpose(),
                    new Consent.Statement(
                            statusOf(decision),
                            endOf(decision),
                            decision.getDecidedAt().getSeconds()));
        }
        return statements;
    }

    private static WrappedKey wrapped(PayloadKey key) {
        return new WrappedKey(key.getSealingKey().intern(), key.getWrapped().toByteArray());
    }

    private static ExplicitStatus statusOf(PurposeDecision decision) {
        return switch (decision.getStatus()) {
            case GRANTED -> ExplicitStatus.GRANT;
            case GRANTED_BY_PARENT -> ExplicitStatus.GRANT_PARENTAL;
            case GRANTED_DESPITE_GPC -> ExplicitStatus.GRANT_DESPITE_GPC;
            case WITHDRAWN -> ExplicitStatus.WITHDRAWN;
            case EXPIRED -> ExplicitStatus.EXPIRED;
            case DENIED, CONSENT_STATUS_UNSPECIFIED, UNRECOGNIZED -> ExplicitStatus.DENY;
        };
    }

    private static Instant endOf(PurposeDecision decision) {
        return decision.hasExpiresAt()
                ? Instant.ofEpochSecond(decision.getExpiresAt().getSeconds())
                : Instant.MAX;
    }

    private static AgeBand ageBandOf(ConsentState state) {
        return switch (state.getAgeBand()) {
            case AGE_BAND_UNSPECIFIED, ADULT -> AgeBand.ADULT;
            case TEEN -> AgeBand.TEEN;
            case CHILD, UNRECOGNIZED -> AgeBand.CHILD;
        };
    }
}
