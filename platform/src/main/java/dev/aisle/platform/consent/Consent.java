package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person said, ready to decide on by the table of rules. */
public final class Consent {
    /** Of somebody of whom nothing is known. */
    public static final Consent NONE = of(ConsentState.getDefaultInstance());

    private static final Comparator<Consent> NEWER = Comparator.<Consent>comparingLong(consent -> consent.epoch)
            .thenComparingLong(consent -> consent.version)
            .thenComparingLong(consent -> consent.revision);

    private final long epoch;
    private final long version;
    private final long revision;
    private final String jurisdiction;
    private final AgeBand ageBand;
    private final boolean ageKnown;
    private final Map<Purpose, Statement> statements;
    private final boolean gpc;
    private final Signals signals;
    private final List<String> earlierJurisdictions;
    private final boolean suppressed;
    private final String successor;
    private final Fences fences;
    private final List<WrappedKey> payloadKeys;
    private final Instant heldUntil;
    private final long changedAt;
    private volatile @Nullable Granted lastGranted;

    private Consent(ConsentState state) {
        epoch = state.getEpoch();
        version = state.getVersion();
        revision = state.getRevision();
        jurisdiction = state.getJurisdiction();
        ageBand = ageBandOf(state);
        ageKnown = state.getAgeBand() != dev.aisle.contracts.privacy.v1.AgeBand.AGE_BAND_UNSPECIFIED;
        statements = statementsOf(state);
        gpc = state.getGpc();
        signals = Signals.of(state);
        earlierJurisdictions = List.copyOf(state.getEarlierJurisdictionsList());
        suppressed = state.getSuppressed();
        successor = state.getSuccessor();
        fences = Fences.of(state);
        changedAt = state.getChangedAt().getSeconds();
        heldUntil = Instant.ofEpochSecond(
                state.getHeldUntil().getSeconds(), state.getHeldUntil().getNanos());
        payloadKeys = suppressed
                ? List.of()
                : state.getPayloadKeysList().stream().map(Consent::wrapped).toList();
    }

    /** What was granted from one moment to another, before which nothing changes: every event asks. */
    private record Granted(Set<Purpose> purposes, Instant from, Instant until) {
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * What was said about a purpose and until when it holds.
     *
     * @param saidAt in seconds since 1970; 0 when that isn't known
     */
    public record Statement(ExplicitStatus status, Instant until, long saidAt) {
        ExplicitStatus at(Instant now) {
            return status.grants() && !now.isBefore(until) ? ExplicitStatus.EXPIRED : status;
        }

        /** Since when the purpose is refused, for whoever knows that it is. */
        long refusedSince(Instant now) {
            return now.isBefore(until) ? saidAt : Math.max(saidAt, until.getEpochSecond());
        }
    }

    /** The consent in a state of the topic. */
    public static Consent of(ConsentState state) {
        return new Consent(state);
    }

    private static Map<Purpose, Statement> statementsOf(ConsentState state) {
        Map<Purpose, Statement> statements = new EnumMap<>(Purpose.class);
        for (PurposeDecision decision : state.getDecisionsList()) {
            statements.put(
                    decision.getPurpose(),
                    new Statement(
                            statusOf(decision),
                            endOf(decision),
                            decision.getDecidedAt().getSeconds()));
        }
        return statements;
    }

    /** The version of the consent state; 0 when there is none. */
    public long version() {
        return version;
    }

    /** The epoch of privacy-service's database in which the state was written. */
    public long epoch() {
        return epoch;
    }

    /** Returns whether this state is the newer one of a person's two: by epoch, then version, then revision; of equal ones neither is. */
    public boolean isNewerThan(Consent other) {
        return NEWER.compare(this, other) > 0;
    }

    /** The age band, where somebody has said one: for the decision on purposes silence is an adult, for what is fit for somebody it is not. */
    public Optional<AgeBand> knownAge() {
        return ageKnown ? Optional.of(ageBand) : Optional.empty();
    }

    /** The pseudonym under which everything of this person stands since the key was changed; empty when it is this one. */
    public Optional<String> successor() {
        return successor.isEmpty() ? Optional.empty() : Optional.of(successor);
    }

    /** Under what the payloads of this person's events are sealed: the first seals, each opens. None of who is suppressed. */
    public List<WrappedKey> payloadKeys() {
        return payloadKeys;
    }

    /** Whether nothing may be processed, whatever is granted. */
    public boolean suppressed() {
        return suppressed;
    }

    /** Whether data may be used for this purpose now, and why. */
    public ConsentDecision decide(Purpose purpose, Instant now) {
        Statement statement = statements.get(purpose);
        return dev.aisle.algorithms.privacy.Purpose.ofWireName(purpose.name().toLowerCase(Locale.ROOT))
                .map(asked -> new ConsentQuestion(
                        jurisdiction,
                        ageBand,
                        asked,
                        statement == null ? ExplicitStatus.NONE : statement.at(now),
                        gpc,
                        signals.tcf(RulesInUse.get().mapping(asked).tcf(), now),
                        signals.gpp(purpose),
                        suppressed))
                .map(question -> RulesInUse.get().decide(question, earlierJurisdictions))
                .orElseThrow(() -> new IllegalArgumentException("purpose: " + purpose + " is none"));
    }

    /** Whether data may be used for this purpose now. */
    public boolean allows(Purpose purpose, Instant now) {
        return decide(purpose, now).allowed();
    }

    /** The purposes that are allowed now, without {@link Purpose#NECESSARY}. Not to be changed. */
    public Set<Purpose> granted(Instant now) {
        Granted last = lastGranted;
        if (last == null || !last.holds(now)) {
            last = new Granted(Collections.unmodifiableSet(allowedAt(now)), now, nextChange(now));
            lastGranted = last;
        }
        return last.purposes();
    }

    /**
     * Whether what the door let in under a version of this person's consent may be used for a purpose now: it is allowed, and was not
     * refused since that version, even if it was granted again.
     */
    public boolean allows(Purpose purpose, Instant now, long seenVersion) {
        return seenVersion > fence(purpose) && allows(purpose, now);
    }

    /** What was let in under this version or an earlier one is not used for the purpose; negative when it was never refused. */
    public long fence(Purpose purpose) {
        return fences.version(purpose);
    }

    /** The purposes of {@link #granted(Instant)} that were not refused since that version. Not to be changed. */
    public Set<Purpose> granted(Instant now, long seenVersion) {
        Set<Purpose> granted = granted(now);
        if (seenVersion > fences.last()) {
            return granted;
        }
        Set<Purpose> standing = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : granted) {
            if (seenVersion > fence(purpose)) {
                standing.add(purpose);
            }
        }
        return standing;
    }

    /** The same as {@link #lastYesEnded}, but empty while the person's data is blocked or a legal hold stands, for it must be kept then. */
    public Optional<Instant> refusedSince(Set<Purpose> purposes, Instant now) {
        return mustBeKept(now) ? Optional.empty() : lastYesEnded(purposes, now);
    }

    /**
     * Since when none of these purposes is allowed: the end of the last yes to one of them, by the person, a signal or time. A no that is
     * said again changes nothing. Empty when one is allowed, when nothing was ever said and when no time is known.
     */
    public Optional<Instant> lastYesEnded(Set<Purpose> purposes, Instant now) {
        if (version == 0 || purposes.stream().anyMatch(purpose -> allows(purpose, now))) {
            return Optional.empty();
        }
        long since = purposes.stream()
                .mapToLong(purpose -> refusedSince(purpose, now))
                .filter(known -> known > 0)
                .max()
                .orElse(changedAt);
        return since <= 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since));
    }

    /** Of a purpose that isn't allowed; 0 when it isn't known. */
    private long refusedSince(Purpose purpose, Instant now) {
        Statement said = statements.get(purpose);
        if (fences.since(purpose) == 0) {
            return said == null ? 0 : said.refusedSince(now);
        }
        // A state that refused the purpose from its first moment has raised the fence; else it allowed it, and time has
        // ended that.
        return fences.version(purpose) == version
                ? fences.since(purpose)
                : Stream.of(signals.tcfUntil(), said == null ? Instant.MAX : said.until())
                        .filter(until -> !until.isAfter(now))
                        .mapToLong(Instant::getEpochSecond)
                        .filter(until -> until > changedAt)
                        .max()
                        .orElse(changedAt);
    }

    /**
     * The version of this person's consent such that what was let in under it or an earlier one hasn't been of use to any of these purposes since a
     * moment, even if one was granted again; negative when there is none, and while the data must be kept.
     */
    public long uselessUpTo(Set<Purpose> purposes, Instant since, Instant now) {
        return mustBeKept(now) ? Fences.NONE : fences.uselessUpTo(purposes, since);
    }

    private boolean mustBeKept(Instant now) {
        return suppressed || now.isBefore(heldUntil);
    }

    private Set<Purpose> allowedAt(Instant now) {
        Set<Purpose> allowed = EnumSet.noneOf(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            boolean optional = purpose != Purpose.PURPOSE_UNSPECIFIED
                    && purpose != Purpose.NECESSARY
                    && purpose != Purpose.UNRECOGNIZED;
            if (optional && allows(purpose, now)) {
                allowed.add(purpose);
            }
        }
        return allowed;
    }

    /** When the next grant ends, be it one by a TCF string. */
    private Instant nextChange(Instant now) {
        return Stream.concat(statements.values().stream().map(Statement::until), Stream.of(signals.tcfUntil()))
                .filter(until -> until.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Everybody's keys are wrapped by one or two, so their names are kept once. */
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
