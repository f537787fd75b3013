package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.consent.notices.Notice;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a subject has said, as of a version.
 *
 * @param version 0 when the subject never said anything
 * @param statements by purpose; a purpose without one is silence
 * @param changedAt never earlier than that of the version before, whatever the clock says
 */
public record ConsentSnapshot(
        long version, Circumstances circumstances, Map<Purpose, Statement> statements, Instant changedAt) {
    /** Of somebody who has said nothing. */
    public static final ConsentSnapshot NONE = new ConsentSnapshot(0, Circumstances.UNKNOWN, Map.of(), Instant.EPOCH);

    public ConsentSnapshot {
        Map<Purpose, Statement> ordered = new EnumMap<>(Purpose.class);
        ordered.putAll(statements);
        statements = Collections.unmodifiableMap(ordered);
    }

    /** The next version, of a change after no known notice. */
    public ConsentSnapshot with(ConsentChange change, Instant now) {
        return with(change, now, null);
    }

    /**
     * The next version: what is said now replaces what was said about the same purposes; the others stay.
     *
     * @param notice what the subject was told; says how long a yes holds
     */
    public ConsentSnapshot with(ConsentChange change, Instant now, @Nullable Notice notice) {
        Instant at = notBefore(now);
        Map<Purpose, Statement> merged = new EnumMap<>(Purpose.class);
        merged.putAll(statements);
        Circumstances next = circumstances.with(change);
        change.decisions()
                .forEach((purpose, status) -> merged.put(purpose, statement(heard(status, next), at, notice)));
        return new ConsentSnapshot(version + 1, next, merged, at);
    }

    /** A yes despite a signal that nobody has sent yet is a plain yes: a signal that comes later counts. */
    private static ExplicitStatus heard(ExplicitStatus said, Circumstances circumstances) {
        return said == ExplicitStatus.GRANT_DESPITE_GPC && !circumstances.gpc() ? ExplicitStatus.GRANT : said;
    }

    /** Whether another version says the same, whatever its number. */
    public boolean says(ConsentSnapshot other) {
        return statements.equals(other.statements) && circumstances.equals(other.circumstances);
    }

    /** The next version, in which the subject says nothing new. */
    public ConsentSnapshot unchanged(Instant now) {
        return new ConsentSnapshot(version + 1, circumstances, statements, notBefore(now));
    }

    private static Statement statement(ExplicitStatus status, Instant at, @Nullable Notice notice) {
        return notice == null
                ? new Statement(status, at)
                : new Statement(status, at, notice.version(), notice.endOf(at));
    }

    /** The next version, in which a yes after one of these notices is over; empty when there is none. */
    public Optional<ConsentSnapshot> invalidating(Map<Purpose, Set<String>> notices, Instant now) {
        Instant at = notBefore(now);
        Map<Purpose, Statement> merged = new EnumMap<>(Purpose.class);
        statements.forEach((purpose, said) -> merged.put(
                purpose,
                said.grants() && notices.getOrDefault(purpose, Set.of()).contains(said.notice())
                        ? said.expired(at)
                        : said));
        return merged.equals(statements)
                ? Optional.empty()
                : Optional.of(new ConsentSnapshot(version + 1, circumstances, merged, at));
    }

    /** The next version with this purpose withdrawn; empty when it is refused already. */
    public Optional<ConsentSnapshot> withdrawing(Purpose purpose, Instant now) {
        Statement said = statements.get(purpose);
        if (said != null && said.refuses()) {
            return Optional.empty();
        }
        Instant at = notBefore(now);
        Map<Purpose, Statement> merged = new EnumMap<>(Purpose.class);
        merged.putAll(statements);
        merged.put(purpose, new Statement(ExplicitStatus.WITHDRAWN, at));
        return Optional.of(new ConsentSnapshot(version + 1, circumstances, merged, at));
    }

    /**
     * Whether data may be used for a purpose.
     *
     * @param gpcNow whether the request at hand carries a Global Privacy Control signal
     */
    public ConsentDecision decide(ConsentRules rules, Purpose purpose, boolean gpcNow, Instant now) {
        return decide(rules, purpose, gpcNow, now, false);
    }

    /**
     * The same.
     *
     * @param suppressed whether nothing about the subject may be processed
     */
    public ConsentDecision decide(
            ConsentRules rules, Purpose purpose, boolean gpcNow, Instant now, boolean suppressed) {
        Statement said = statements.get(purpose);
        ConsentQuestion question = new ConsentQuestion(
                circumstances.jurisdiction(),
                circumstances.decidingAgeBand(),
                purpose,
                said == null ? ExplicitStatus.NONE : said.statusAt(now),
                circumstances.gpc() || gpcNow,
                circumstances.signals().tcfPurposes(rules.mapping(purpose).tcf(), now),
                circumstances.signals().gppOf(purpose),
                suppressed);
        return rules.decide(question, circumstances.earlierJurisdictions());
    }

    /** When time ended a yes to a purpose that isn't allowed any more, or this state came when none was. */
    public Instant endOfYes(Purpose purpose, Instant now) {
        Statement said = statements.get(purpose);
        Instant end = said == null || said.until() == null ? changedAt : later(changedAt, said.until(), now);
        Signals.Tcf tcf = circumstances.signals().tcf();
        return tcf == null ? end : later(end, tcf.until(), now);
    }

    private static Instant later(Instant end, Instant until, Instant now) {
        return until.isAfter(end) && !until.isAfter(now) ? until : end;
    }

    private Instant notBefore(Instant now) {
        return now.isBefore(changedAt) ? changedAt : now;
    }
}
