package dev.aisle.privacy.consent.topic;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.privacy.consent.versions.Circumstances;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.Fence;
import dev.aisle.privacy.consent.versions.Statement;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consent as the other services get it. */
final class ConsentMessages {
    private ConsentMessages() {}

    static ConsentState of(
            Pseudonym pseudonym,
            String tenant,
            ConsentSnapshot snapshot,
            ConsentRules rules,
            Map<Purpose, Fence> fences) {
        Circumstances circumstances = snapshot.circumstances();
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(pseudonym.value())
                .setTenant(tenant)
                .setVersion(snapshot.version())
                .setJurisdiction(circumstances.jurisdiction())
                .setAgeBand(ageBand(circumstances.knownAgeBand()))
                .setNoticeVersion(circumstances.noticeVersion())
                .setGpc(circumstances.gpc())
                .addAllEarlierJurisdictions(circumstances.earlierJurisdictions())
                .setChangedAt(timestamp(snapshot.changedAt()));
        SignalMessages.write(circumstances.signals(), state);
        snapshot.statements()
                .forEach((purpose, statement) ->
                        state.addDecisions(decision(statement, purpose, status(snapshot, purpose, statement, rules))));
        fences.forEach((purpose, fence) -> state.addFences(fence(purpose, fence)));
        return state.build();
    }

    private static PurposeFence fence(Purpose purpose, Fence fence) {
        PurposeFence.Builder told =
                PurposeFence.newBuilder().setPurpose(wire(purpose)).setVersion(fence.version());
        if (fence.since() != null) {
            told.setRefusedSince(timestamp(fence.since()));
        }
        return told.build();
    }

    private static dev.aisle.contracts.common.v1.Purpose wire(Purpose purpose) {
        return dev.aisle.contracts.common.v1.Purpose.valueOf(purpose.name());
    }

    /** Of somebody who is erased: higher than every version before, and nothing is allowed. */
    static ConsentState suppressed(Pseudonym pseudonym, String tenant, long version, Instant at) {
        return ConsentState.newBuilder()
                .setPseudonym(pseudonym.value())
                .setTenant(tenant)
                .setVersion(version)
                .setSuppressed(true)
                .setChangedAt(timestamp(at))
                .build();
    }

    private static PurposeDecision decision(Statement statement, Purpose purpose, ConsentStatus status) {
        PurposeDecision.Builder decision = PurposeDecision.newBuilder()
                .setPurpose(wire(purpose))
                .setStatus(status)
                .setDecidedAt(timestamp(statement.at()));
        if (statement.until() != null) {
            decision.setExpiresAt(timestamp(statement.until()));
        }
        return decision.build();
    }

    /**
     * A yes that another rule overrides (a child's, or one against Global Privacy Control) goes out as a no: the other services look
     * at the status alone.
     */
    private static ConsentStatus status(
            ConsentSnapshot snapshot, Purpose purpose, Statement statement, ConsentRules rules) {
        return switch (statement.status()) {
            case GRANT, GRANT_PARENTAL -> allowed(snapshot, purpose, statement, rules, ConsentStatus.GRANTED);
            case GRANT_DESPITE_GPC -> allowed(snapshot, purpose, statement, rules, ConsentStatus.GRANTED_DESPITE_GPC);
            case WITHDRAWN -> ConsentStatus.WITHDRAWN;
            case EXPIRED -> ConsentStatus.EXPIRED;
            case DENY, NONE -> ConsentStatus.DENIED;
        };
    }

    private static ConsentStatus allowed(
            ConsentSnapshot snapshot, Purpose purpose, Statement statement, ConsentRules rules, ConsentStatus yes) {
        return snapshot.decide(rules, purpose, false, statement.at()).allowed() ? yes : ConsentStatus.DENIED;
    }

    private static dev.aisle.contracts.privacy.v1.AgeBand ageBand(@Nullable AgeBand band) {
        return band == null
                ? dev.aisle.contracts.privacy.v1.AgeBand.AGE_BAND_UNSPECIFIED
                : dev.aisle.contracts.privacy.v1.AgeBand.valueOf(band.name());
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
