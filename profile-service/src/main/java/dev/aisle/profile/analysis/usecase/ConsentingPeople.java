package dev.aisle.profile.analysis.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Reads everybody who allows analytics now: of each the events that the door let in for analytics, that were not refused since, and that
 * no robot made. A page is one use: a withdrawal is acknowledged when the page is counted.
 */
@ApplicationScoped
public class ConsentingPeople {
    private final EventsOfPeople people;
    private final ConsentView consents;
    private final ConsentAtUse atUse;
    private final ErasedSubjects erased;
    private final AnalysisSettings settings;

    ConsentingPeople(
            EventsOfPeople people,
            ConsentView consents,
            ConsentAtUse atUse,
            ErasedSubjects erased,
            AnalysisSettings settings) {
        this.people = people;
        this.consents = consents;
        this.atUse = atUse;
        this.erased = erased;
        this.settings = settings;
    }

    /**
     * Counts the next page.
     *
     * @param after where the page before ended; empty for the first one
     * @param each gets the usable events of a person, if there are any
     * @return where this page ended; empty when nobody comes after it
     * @throws ConsentAtUse.UnknownNow when nobody's consent is known now: the page was not counted, later it can be
     */
    public Optional<String> read(String after, Instant from, Instant until, Consumer<PersonEvents> each) {
        try (Use _ = consents.beginUse()) {
            int limit = Math.max(2, settings.pageSize());
            SequencedMap<String, PersonEvents> page = people.page(after, from, until, limit);
            Optional<String> cursor = page.size() < limit ? Optional.empty() : Optional.of(Cursor.before(page));
            List<PersonEvents> usable = new ArrayList<>(page.size());
            Instant now = Instant.now();
            for (Map.Entry<String, PersonEvents> person : page.entrySet()) {
                if (cursor.isEmpty() || person.getKey().compareTo(cursor.get()) < 0) {
                    usable.add(usable(person.getKey(), person.getValue(), now));
                }
            }
            // What was known at each look-up must be so at the end of the page too.
            atUse.catchUp(List.of());
            usable.stream().filter(events -> !events.isEmpty()).forEach(each);
            return cursor;
        }
    }

    private PersonEvents usable(String pseudonym, PersonEvents events, Instant now) {
        Consent consent = atUse.of(pseudonym);
        return erased.contains(pseudonym) || !consent.allows(Purpose.ANALYTICS, now)
                ? PersonEvents.NONE
                : events.usableFor(Purpose.ANALYTICS, consent.fence(Purpose.ANALYTICS))
                        .where(event -> !event.quality().bot());
    }
}
