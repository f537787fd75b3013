package dev.aisle.platform.consent;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one person said, ready to decide on by the table of rules. */
public final class Consent {
    /** Of somebody of whom nothing is known. */
    public static final Consent NONE = of(ConsentState.getDefaultInstance());

    private static final Comparator<ConsentParts> NEWER = Comparator.comparingLong(ConsentParts::epoch)
            .thenComparingLong(ConsentParts::version)
            .thenComparingLong(ConsentParts::revision);

    private final ConsentParts parts;
    private volatile @Nullable Granted lastGranted;

    Consent(ConsentParts parts) {
        this.parts = parts;
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
        return new Consent(ConsentParts.of(state));
    }

    ConsentParts parts() {
        return parts;
    }

    /** The version of the consent state; 0 when there is none. */
    public long version() {
        return parts.version();
    }

    /** The epoch of privacy-service's database in which the state was written. */
    public long epoch() {
        return parts.epoch();
    }

    /** Returns whether this state is the newer one of a person's two: by epoch, then version, then revision; of equal ones neither is. */
    public boolean isNewerThan(Consent other) {
        return NEWER.compare(parts, other.parts) > 0;
    }

    /** The age band, where somebody has said one: for the decision on purposes silence is an adult, for what is fit for somebody it is not. */
    public Optional<AgeBand> knownAge() {
        return parts.ageKnown() ? Optional.of(parts.ageBand()) : Optional.empty();
    }

    /** The pseudonym under which everything of this person stands since the key was changed; empty when it is this one. */
    public Optional<String> successor() {
        return parts.successor().isEmpty() ? Optional.empty() : Optional.of(parts.successor());
    }

    /** Under what the payloads of this person's events are sealed: the first seals, each opens. None of who is suppressed. */
    public List<WrappedKey> payloadKeys() {
        return parts.payloadKeys();
    }

    /** Whether nothing may be processed, whatever is granted. */
    public boolean suppressed() {
        return parts.suppressed();
    }

    /** Whether data may be used for this purpose now, and why. */
    public ConsentDecision decide(Purpose purpose, Instant now) {
        Statement statement = parts.statements().get(purpose);
        return dev.aisle.algorithms.privacy.Purpose.ofWireName(purpose.name().toLowerCase(Locale.ROOT))
                .map(asked -> new ConsentQuestion(
                        parts.jurisdiction(),
                        parts.ageBand(),
                        asked,
                        statement == null ? ExplicitStatus.NONE : statement.at(now),
                        parts.gpc(),
                        parts.signals().tcf(RulesInUse.get().mapping(asked).tcf(), now),
                        parts.signals().gpp(purpose),
                        parts.suppressed()))
                .map(question -> RulesInUse.get().decide(question, parts.earlierJurisdictions()))
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
        return parts.fences().version(purpose);
    }

    /** The purposes of {@link #granted(Instant)} that were not refused since that version. Not to be changed. */
    public Set<Purpose> granted(Instant now, long seenVersion) {
        Set<Purpose> granted = granted(now);
        if (seenVersion > parts.fences().last()) {
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
        if (version() == 0 || purposes.stream().anyMatch(purpose -> allows(purpose, now))) {
            return Optional.empty();
        }
        long since = purposes.stream()
                .mapToLong(purpose -> refusedSince(purpose, now))
                .filter(known -> known > 0)
                .max()
                .orElse(parts.changedAt());
        return since <= 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since));
    }

    /** Of a purpose that isn't allowed; 0 when it isn't known. */
    private long refusedSince(Purpose purpose, Instant now) {
        Statement said = parts.statements().get(purpose);
        if (parts.fences().since(purpose) == 0) {
            return said == null ? 0 : said.refusedSince(now);
        }
        // A state that refused the purpose from its first moment has raised the fence; else it allowed it, and time has
        // ended that.
        return parts.fences().version(purpose) == version()
                ? parts.fences().since(purpose)
                : Stream.of(parts.signals().tcfUntil(), said == null ? Instant.MAX : said.until())
                        .filter(until -> !until.isAfter(now))
                        .mapToLong(Instant::getEpochSecond)
                        .filter(until -> until > parts.changedAt())
                        .max()
                        .orElse(parts.changedAt());
    }

    /**
     * The version of this person's consent such that what was let in under it or an earlier one hasn't been of use to any of these purposes since a
     * moment, even if one was granted again; negative when there is none, and while the data must be kept.
     */
    public long uselessUpTo(Set<Purpose> purposes, Instant since, Instant now) {
        return mustBeKept(now) ? Fences.NONE : parts.fences().uselessUpTo(purposes, since);
    }

    private boolean mustBeKept(Instant now) {
        return suppressed() || now.isBefore(parts.heldUntil());
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
        return Stream.concat(
                        parts.statements().values().stream().map(Statement::until),
                        Stream.of(parts.signals().tcfUntil()))
                .filter(until -> until.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
