package dev.aisle.profile.segments.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.SizeTold;
import dev.aisle.profile.segments.domain.evaluation.Explanation;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.store.BackfillRepository;
import dev.aisle.profile.segments.store.BackfillRepository.Backfill;
import dev.aisle.profile.segments.store.DayRepository;
import dev.aisle.profile.segments.store.MemberRepository;
import dev.aisle.profile.segments.store.SegmentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
    private final RulesInUse rulesInUse;
    private final EventsOfPeople events;
    private final UsableEvents usableEvents;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final SegmentSettings settings;

    ReadSegments(
            SegmentRepository segments,
            MemberRepository members,
            DayRepository days,
            BackfillRepository backfills,
            RulesInUse rulesInUse,
            EventsOfPeople events,
            UsableEvents usableEvents,
            ConsentView consents,
            ErasedSubjects erased,
            SegmentSettings settings) {
        this.segments = segments;
        this.members = members;
        this.days = days;
        this.backfills = backfills;
        this.rulesInUse = rulesInUse;
        this.events = events;
        this.usableEvents = usableEvents;
        this.consents = consents;
        this.erased = erased;
        this.settings = settings;
    }

    /**
     * A segment and how it goes.
     *
     * @param size as it may be told; null when it may not
     * @param backfill the look at everybody after the newest version; null when there was none
     */
    public record Seen(
            Segment segment, @Nullable Long size, @Nullable Backfill backfill) {}

    /** A day of a segment; a number is null when it is of too few people. */
    public record Day(
            LocalDate day,
            @Nullable Long entered,
            @Nullable Long left,
            @Nullable Long size) {}

    /** A page of members; {@code next} is null on the last one. */
    public record Page(List<String> members, @Nullable String next) {}

    /** The least number of people that is told. */
    public int threshold() {
        return settings.threshold();
    }

    @Transactional
    public List<Seen> all(boolean archivedToo) {
        return segments.all(archivedToo).stream().map(this::seen).toList();
    }

    @Transactional
    public Optional<Seen> one(String id) {
        return segments.find(id).map(this::seen);
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

    /** Sizes are told one after the other, to whoever asks: each is compared with the one before. */
    private Seen seen(Segment segment) {
        SizeTold told = new SizeTold(settings.kThreshold());
        Long size = told.next(segments.toldSize(segment.id()), members.size(segment.id()));
        if (size != null) {
            segments.tellSize(segment.id(), size);
            days.tell(segment.id(), LocalDate.now(ZoneOffset.UTC), size);
        }
        return new Seen(segment, size, backfills.latest(segment.id()).orElse(null));
    }

    /** The last days of a segment, the oldest first, those without a change as well. What moved on the last one is told when it is over. */
    @Transactional
    public List<Day> history(String id, int lastDays, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<LocalDate, DayRepository.Day> known = new HashMap<>();
        days.of(id).forEach(day -> known.put(day.day(), day));
        SizeTold told = new SizeTold(settings.kThreshold());
        return today.minusDays(lastDays - 1L)
                .datesUntil(today.plusDays(1))
                .map(date -> {
                    DayRepository.Day day = known.getOrDefault(date, new DayRepository.Day(date, 0, 0, null));
                    boolean over = date.isBefore(today);
                    return new Day(
                            date,
                            over ? told.count(day.entered()) : null,
                            over ? told.count(day.left()) : null,
                            day.told());
                })
                .toList();
    }

    /** The next members who allow personalization now, in the order of their pseudonyms. */
    @Transactional
    public Page members(String id, String after, int limit) {
        try (Use _ = consents.beginUse()) {
            List<String> page = members.page(id, after, limit);
            Instant now = Instant.now();
            List<String> allowed = page.stream()
                    .filter(pseudonym -> !erased.contains(pseudonym)
                            && consents.of(pseudonym).allows(Purpose.PERSONALIZATION, now))
                    .toList();
            return new Page(allowed, page.size() < limit ? null : page.getLast());
        }
    }

    /** Why a person is in a segment or isn't; empty when nothing may be said of the person. */
    @Transactional
    public Optional<Explanation> why(Segment segment, String asked) {
        try (Use _ = consents.beginUse()) {
            String pseudonym = consents.standing(asked);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            PersonEvents known = events.of(List.of(pseudonym), now.minus(EventQuery.LONGEST))
                    .getOrDefault(pseudonym, PersonEvents.NONE);
            return known.isEmpty()
                    ? Optional.empty()
                    : usableEvents
                            .of(pseudonym, known, now)
                            .map(usable -> rulesInUse.held().rules().explain(segment.rule(), usable, now));
        }
    }
}
