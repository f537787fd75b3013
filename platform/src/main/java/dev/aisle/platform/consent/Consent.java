package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person said, ready to decide on. A TCF or GPP string that nobody has decoded yet counts as a refusal.
 *
 * @param version of the consent state; 0 when there is none
 * @param statements what was said about each purpose, with the moment at which a grant ends
 * @param suppressed nothing may be processed, whatever is granted
 */
public record Consent(
        long version,
        String jurisdiction,
        AgeBand ageBand,
        Map<Purpose, Statement> statements,
        boolean gpc,
        boolean tcfGiven,
        boolean gppGiven,
        boolean suppressed) {
    /** Of somebody of whom nothing is known. */
    public static final Consent NONE = new Consent(0, "", AgeBand.ADULT, Map.of(), false, false, false, false);

    /** What was said about a purpose and until when it holds. */
    public record Statement(ExplicitStatus status, Instant until) {
        ExplicitStatus at(Instant now) {
            boolean granted = status == ExplicitStatus.GRANT || status == ExplicitStatus.GRANT_PARENTAL;
            return granted && !now.isBefore(until) ? ExplicitStatus.EXPIRED : status;
        }
    }

    /** The consent in a state of the topic. */
    public static Consent of(ConsentState state) {
        Map<Purpose, Statement> statements = new EnumMap<>(Purpose.class);
        for (PurposeDecision decision : state.getDecisionsList()) {
            statements.put(decision.getPurpose(), new Statement(statusOf(decision), endOf(decision)));
        }
        return new Consent(
                state.getVersion(),
                state.getJurisdiction(),
                ageBandOf(state),
                statements,
                state.getGpc(),
                !state.getTcf().isEmpty(),
                !state.getGpp().isEmpty(),
                state.getSuppressed());
    }

    /** Whether data may be used for this purpose now, and why. */
    public ConsentDecision decide(Purpose purpose, Instant now) {
        Statement statement = statements.get(purpose);
        return dev.aisle.algorithms.privacy.Purpose.ofWireName(purpose.name().toLowerCase(Locale.ROOT))
                .map(asked -> ConsentDecision.on(new ConsentQuestion(
                        jurisdiction,
                        ageBand,
                        asked,
                        statement == null ? ExplicitStatus.NONE : statement.at(now),
                        gpc,
                        tcfGiven ? Optional.of(Set.of()) : Optional.empty(),
                        gppGiven ? GppSignal.OPTED_OUT : GppSignal.ABSENT,
                        suppressed)))
                .orElseThrow(() -> new IllegalArgumentException("purpose: " + purpose + " is none"));
    }

    /** Whether data may be used for this purpose now. */
    public boolean allows(Purpose purpose, Instant now) {
        return decide(purpose, now).allowed();
    }

    /** The purposes that are allowed now, without {@link Purpose#NECESSARY}. */
    public Set<Purpose> granted(Instant now) {
        Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            boolean optional = purpose != Purpose.PURPOSE_UNSPECIFIED
                    && purpose != Purpose.NECESSARY
                    && purpose != Purpose.UNRECOGNIZED;
            if (optional && allows(purpose, now)) {
                granted.add(purpose);
            }
        }
        return granted;
    }

    private static ExplicitStatus statusOf(PurposeDecision decision) {
        return switch (decision.getStatus()) {
            case GRANTED -> ExplicitStatus.GRANT;
            case GRANTED_BY_PARENT -> ExplicitStatus.GRANT_PARENTAL;
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
