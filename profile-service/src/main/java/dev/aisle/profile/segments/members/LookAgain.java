package dev.aisle.profile.segments.members;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.profile.people.domain.ChangedPerson;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.people.usecase.PersonVersions;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out anew in which segments people are, though no event came: time went by, a rule or a consent changed. */
@ApplicationScoped
public class LookAgain {
    private final PersonVersions versions;
    private final EventsOfPeople events;
    private final KeepMemberships keepMemberships;
    private final ConsentAtUse consents;

    LookAgain(PersonVersions versions, EventsOfPeople events, KeepMemberships keepMemberships, ConsentAtUse consents) {
        this.versions = versions;
        this.events = events;
        this.keepMemberships = keepMemberships;
        this.consents = consents;
    }

    /**
     * Looks at people. Their rows are locked first, and everything is read behind the lock: so an event that comes meanwhile is either
     * seen here or sees what is written here. The moment is that of the lock: of an earlier one, an event of meanwhile would lie in the future.
     */
    @Transactional
    public void at(Collection<String> pseudonyms) {
        Map<String, Long> locked = versions.raise(pseudonyms);
        Instant now = Instant.now();
        Map<String, PersonEvents> known = events.of(locked.keySet(), now.minus(EventQuery.LONGEST));
        List<ChangedPerson> people = locked.entrySet().stream()
                .map(one -> new ChangedPerson(
                        one.getKey(), one.getValue(), known.getOrDefault(one.getKey(), PersonEvents.NONE)))
                .toList();
        keepMemberships.keep(people, now);
        forget(pseudonyms, locked.keySet());
    }

    /** Whose person is gone, retention took it, is in no segment. Who wasn't there to be locked may be there by now: then nothing is forgotten. */
    private void forget(Collection<String> pseudonyms, Set<String> known) {
        Set<String> gone = new HashSet<>(pseudonyms);
        gone.removeAll(known);
        keepMemberships.forget(gone);
    }

    /** Whether consents are known well enough to decide anything; else whoever wants to look waits. */
    boolean possible() {
        return consents.known();
    }

    /** Runs a look as one use of consents: a withdrawal is acknowledged when it has ended. */
    void using(Runnable look) {
        consents.use(List.of(), look);
    }
}
