package dev.aisle.profile.segments.usecase;

import dev.aisle.platform.audit.AuditTrail;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.language.InvalidRuleException;
import dev.aisle.profile.segments.domain.language.SegmentOrder;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, changes and archives segments. Each change is a version, and everybody is looked at after it. */
@ApplicationScoped
public class SaveSegment {
    private final SegmentRepository segments;
    private final BackfillRepository backfills;
    private final CheckRule checkRule;
    private final SegmentSettings settings;
    private final AuditTrail auditTrail;

    SaveSegment(
            SegmentRepository segments,
            BackfillRepository backfills,
            CheckRule checkRule,
            SegmentSettings settings,
            AuditTrail auditTrail) {
        this.segments = segments;
        this.backfills = backfills;
        this.checkRule = checkRule;
        this.settings = settings;
        this.auditTrail = auditTrail;
    }

    /** What is to stand. */
    public record Wanted(String id, String name, String description, CheckRule.Written rule) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** There was no such segment. */
        record Created(Segment segment) implements Outcome {}

        /** There is a new version. */
        record Changed(Segment segment) implements Outcome {}

        /** It stands there already. */
        record Unchanged(Segment segment) implements Outcome {}

        /** Somebody else changed it, or the caller didn't say which version is to be changed. */
        record VersionConflict(int current) implements Outcome {}

        /** Others rest on it. */
        record InUse(List<String> by) implements Outcome {}

        /** There is none. */
        record Missing() implements Outcome {}

        /** There are as many as there may be. */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * Saves a segment. The same again changes nothing.
     *
     * @param expected the version that is to be changed; null: there is none yet, or it already says this
     * @throws InvalidRuleException when the rule can't be used
     */
    @Transactional
    public Outcome save(Wanted wanted, @Nullable Integer expected) {
        return told(saved(wanted, expected));
    }

    private Outcome saved(Wanted wanted, @Nullable Integer expected) {
        segments.revisionForWriting();
        Segment next = new Segment(
                wanted.id(),
                1,
                wanted.name(),
                wanted.description(),
                checkRule.check(wanted.rule(), wanted.id()),
                false,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Optional<Segment> found = segments.find(wanted.id());
        if (found.isEmpty()) {
            return expected != null ? new Outcome.Missing() : created(next);
        }
        Segment current = found.get();
        if (current.saysTheSame(next)) {
            return new Outcome.Unchanged(current);
        }
        return expected == null || expected != current.version()
                ? new Outcome.VersionConflict(current.version())
                : new Outcome.Changed(written(next, current.version() + 1));
    }

    private Outcome created(Segment next) {
        return segments.all(false).size() >= settings.most()
                ? new Outcome.TooMany(settings.most())
                : new Outcome.Created(written(next, 1));
    }

    /** Archives a segment: whoever is in it leaves. */
    @Transactional
    public Outcome archive(String id, @Nullable Integer expected) {
        return told(archived(id, expected));
    }

    /** Only of what changed the audit log is told. */
    private Outcome told(Outcome outcome) {
        switch (outcome) {
            case Outcome.Created created -> tell(created.segment());
            case Outcome.Changed changed -> tell(changed.segment());
            default -> auditTrail.nothingChanged();
        }
        return outcome;
    }

    private void tell(Segment segment) {
        auditTrail.about("id", segment.id());
        auditTrail.about("version", Integer.toString(segment.version()));
    }

    private Outcome archived(String id, @Nullable Integer expected) {
        segments.revisionForWriting();
        Optional<Segment> found = segments.find(id);
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        Segment current = found.get();
        if (current.archived()) {
            return new Outcome.Unchanged(current);
        }
        if (expected != null && expected != current.version()) {
            return new Outcome.VersionConflict(current.version());
        }
        List<String> by = segments.all(false).stream()
                .filter(other -> SegmentOrder.askedFor(other.rule()).contains(id))
                .map(Segment::id)
                .toList();
        if (!by.isEmpty()) {
            return new Outcome.InUse(by);
        }
        Segment archived = new Segment(
                id,
                current.version(),
                current.name(),
                current.description(),
                current.rule(),
                true,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return new Outcome.Changed(written(archived, current.version() + 1));
    }

    private Segment written(Segment segment, int version) {
        Segment next = new Segment(
                segment.id(),
                version,
                segment.name(),
                segment.description(),
                segment.rule(),
                segment.archived(),
                segment.changedAt());
        segments.put(next);
        backfills.ask(next.id(), next.version(), next.changedAt());
        return next;
    }
}
