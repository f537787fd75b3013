package dev.aisle.privacy.consent.topic;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.privacy.consent.versions.Circumstances;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.Fence;
import dev.aisle.privacy.consent.versions.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A consent as the other services were told it, back as a snapshot: the inverse of {@link ConsentMessages}, and never wider. */
final class ToldStates {
    private ToldStates() {}

    /**
     * The version after the one that was told.
     *
     * @param known what this database has; it says more about what it says the same
     */
    static ConsentSnapshot after(ConsentState told, ConsentSnapshot known) {
        Map<Purpose, Statement> said = new EnumMap<>(Purpose.class);
        for (PurposeDecision decision : told.getDecisionsList()) {
            purpose(decision.getPurpose())
                    .ifPresent(purpose -> said.put(
                            purpose,
                            statement(told, decision, known.statements().get(purpose))));
        }
        Instant at = instant(told.getChangedAt());
        return new ConsentSnapshot(
                Math.max(told.getVersion(), known.version()) + 1,
                circumstances(told, known.circumstances()),
                said,
                at.isBefore(known.changedAt()) ? known.changedAt() : at);
    }

    /** A fence as it was told. */
    static Fence fence(PurposeFence told) {
        return new Fence(told.getVersion(), told.hasRefusedSince() ? instant(told.getRefusedSince()) : null);
    }

    private static Optional<Purpose> purpose(dev.aisle.contracts.common.v1.Purpose told) {
        return Purpose.ofWireName(told.name().toLowerCase(Locale.ROOT));
    }

    /**
     * What is kept of the same moment is what was said itself: a yes that a rule overrode went out as a no.
     */
    private static Statement statement(ConsentState told, PurposeDecision decision, @Nullable Statement known) {
        Instant at = instant(decision.getDecidedAt());
        if (known != null && known.at().equals(at)) {
            return known;
        }
        String notice = decision.getDecidedAt().equals(told.getChangedAt()) ? told.getNoticeVersion() : "";
        return new Statement(
                status(decision), at, notice, decision.hasExpiresAt() ? instant(decision.getExpiresAt()) : null);
    }

    private static ExplicitStatus status(PurposeDecision decision) {
        return switch (decision.getStatus()) {
            case GRANTED -> ExplicitStatus.GRANT;
            case GRANTED_BY_PARENT -> ExplicitStatus.GRANT_PARENTAL;
            case GRANTED_DESPITE_GPC -> ExplicitStatus.GRANT_DESPITE_GPC;
            case WITHDRAWN -> ExplicitStatus.WITHDRAWN;
            case EXPIRED -> ExplicitStatus.EXPIRED;
            case DENIED, CONSENT_STATUS_UNSPECIFIED, UNRECOGNIZED -> ExplicitStatus.DENY;
        };
    }

    private static Circumstances circumstances(ConsentState told, Circumstances known) {
        Set<String> earlier = new HashSet<>(told.getEarlierJurisdictionsList());
        return new Circumstances(
                told.getJurisdiction(),
                ageBand(told, known.ageBand()),
                told.getNoticeVersion(),
                told.getGpc(),
                SignalMessages.read(told),
                earlier);
    }

    private static @Nullable AgeBand ageBand(ConsentState told, @Nullable AgeBand known) {
        return switch (told.getAgeBand()) {
            case AGE_BAND_UNSPECIFIED -> known;
            case ADULT -> AgeBand.ADULT;
            case TEEN -> AgeBand.TEEN;
            case CHILD, UNRECOGNIZED -> AgeBand.CHILD;
        };
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
