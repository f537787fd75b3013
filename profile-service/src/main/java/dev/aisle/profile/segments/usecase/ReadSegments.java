package dev.aisle.profile.segments.usecase;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.SizeQuestion;
import dev.aisle.profile.segments.members.MemberRepository;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.BackfillRepository.Backfill;
import dev.aisle.profile.segments.store.DayRepository;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Segments as they may be seen. */
@ApplicationScoped
public class ReadSegments {
    private final SegmentRepository segments;
    private final MemberRepository members;
    private final DayRepository days;
    private final BackfillRepository backfills;
    private final GuardedFigures guarded;

    ReadSegments(
            SegmentRepository segments,
            MemberRepository members,
            DayRepository days,
            BackfillRepository backfills,
            GuardedFigures guarded) {
        this.segments = segments;
        this.members = members;
        this.days = days;
        this.backfills = backfills;
        this.guarded = guarded;
    }

    /**
     * A segment and how it goes.
     *
     * @param size as the guard shows it; null while not everybody was looked at, and of an archived one
     * @param backfill the look at everybody after the newest version; null when there was none
     */
    public record Seen(
            Segment segment,
            @Nullable Answer size,
            @Nullable Backfill backfill) {
        /** The size in people; null when it isn't shown. */
        public @Nullable Long people() {
            return size instanceof Answer.Shown shown ? Long.valueOf(shown.people()) : null;
        }
    }

    /** A day of a segment with the size that was shown last on it; null when none was. */
    public record Day(LocalDate day, @Nullable Long size) {}

    /** The smallest number of people that is shown. */
    public int threshold() {
        return guarded.level().k();
    }

    /** How many new numbers the caller can still have today. */
    public int left() {
        return guarded.left();
    }

    @Transactional
    public List<Seen> all(boolean archivedToo) {
        return segments.all(archivedToo).stream().map(this::seen).toList();
    }

    @Transactional
    public Optional<Seen> one(String id) {
        return segments.find(id).map(this::seen);
    }

    /** The segment alone, without its size. */
    @Transactional
    public Optional<Segment> find(String id) {
        return segments.find(id);
    }

    /** Ids of those that other rules can ask for. */
    @Transactional
    public List<String> ids() {
        return segments.all(false).stream().map(Segment::id).toList();
    }

    /** The newest first. */
    @Transactional
    public List<Segment> versions(String id) {
        return segments.versions(id);
    }

    private Seen seen(Segment segment) {
        Backfill backfill = backfills.latest(segment.id()).orElse(null);
        boolean counting = backfill != null && backfill.endedAt() == null;
        if (counting || segment.archived()) {
            return new Seen(segment, null, backfill);
        }
        Seen seen = new Seen(
                segment,
                guarded.ask(Question.people(SizeQuestion.of(segment.rule()), members.size(segment.id()))),
                backfill);
        note(segment, seen.people());
        return seen;
    }

    private void note(Segment segment, @Nullable Long people) {
        if (people != null) {
            days.tell(segment.id(), LocalDate.now(ZoneOffset.UTC), people);
        }
    }

    /** Notes for today the sizes that stand; draws none, so that nobody gets more new sizes than the own day has. */
    @Transactional
    public void noteSizes() {
        for (Segment segment : segments.all(false)) {
            guarded.standing(SizeQuestion.of(segment.rule()))
                    .ifPresent(size -> note(segment, size instanceof Answer.Shown shown ? shown.people() : null));
        }
    }

    /** The last days of a segment, the oldest first, those without a size as well. */
    @Transactional
    public List<Day> history(String id, int lastDays, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<LocalDate, Long> shown = days.of(id);
        return today.minusDays(lastDays - 1L)
                .datesUntil(today.plusDays(1))
                .map(date -> new Day(date, shown.get(date)))
                .toList();
    }
}
