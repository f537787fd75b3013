package dev.aisle.privacy.consent.domain;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    /** The next version: what is said now replaces what was said about the same purposes; the others stay. */
    public ConsentSnapshot with(ConsentChange change, Instant now) {
        Instant at = notBefore(now);
        Map<Purpose, Statement> merged = new EnumMap<>(Purpose.class);
        merged.putAll(statements);
        change.decisions().forEach((purpose, status) -> merged.put(purpose, new Statement(status, at)));
        return new ConsentSnapshot(version + 1, circumstances.with(change), merged, at);
    }

    /** The next version, in which the subject says nothing new. */
    public ConsentSnapshot unchanged(Instant now) {
        return new ConsentSnapshot(version + 1, circumstances, statements, notBefore(now));
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
    public ConsentDecision decide(Purpose purpose, boolean gpcNow) {
        return decide(purpose, gpcNow, false);
    }

    /**
     * Whether data may be used for a purpose.
     *
     * @param suppressed whether nothing about the subject may be processed
     */
    public ConsentDecision decide(Purpose purpose, boolean gpcNow, boolean suppressed) {
        Statement said = statements.get(purpose);
        return ConsentDecision.on(new ConsentQuestion(
                circumstances.jurisdiction(),
                circumstances.decidingAgeBand(),
                purpose,
                said == null ? ExplicitStatus.NONE : said.status(),
                circumstances.gpc() || gpcNow,
                Optional.empty(),
                GppSignal.ABSENT,
                suppressed));
    }

    private Instant notBefore(Instant now) {
        return now.isBefore(changedAt) ? changedAt : now;
    }
}
