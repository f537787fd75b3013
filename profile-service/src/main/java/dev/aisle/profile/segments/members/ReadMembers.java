package dev.aisle.profile.segments.members;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.audit.PersonReads;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.segments.domain.Segment;
import dev.aisle.profile.segments.domain.evaluation.Explanation;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.usecase.RulesInUse;
import dev.aisle.profile.segments.usecase.UsableEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members of segments as they may be seen, and why somebody is one. */
@ApplicationScoped
public class ReadMembers {
    private final MemberRepository members;
    private final RulesInUse rulesInUse;
    private final EventsOfPeople events;
    private final UsableEvents usableEvents;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final PersonReads personReads;

    ReadMembers(
            MemberRepository members,
            RulesInUse rulesInUse,
            EventsOfPeople events,
            UsableEvents usableEvents,
            ConsentView consents,
            ErasedSubjects erased,
            PersonReads personReads) {
        this.members = members;
        this.rulesInUse = rulesInUse;
        this.events = events;
        this.usableEvents = usableEvents;
        this.consents = consents;
        this.erased = erased;
        this.personReads = personReads;
    }

    /** A page of members; {@code next} is null on the last one. */
    public record Page(List<String> members, @Nullable String next) {}

    /** The next members who allow personalization now, in the order of their pseudonyms. */
    @Transactional
    public Page page(String id, String after, int limit) {
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
        personReads.note(asked);
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
