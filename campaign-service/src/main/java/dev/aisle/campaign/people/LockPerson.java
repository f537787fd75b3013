package dev.aisle.campaign.people;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Locks a person before rows of the person go, and keeps out what is still on its way: of who was erased everything, of who took personalization back what came
 * under that consent. What came in under a newer one before that was read is forgotten too: better than keeping too much.
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
class LockPerson implements PersonHook {
    private final PersonRepository people;
    private final InstantSource clock;

    LockPerson(PersonRepository people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void fence(String pseudonym) {
        people.fence(pseudonym, clock.instant());
    }

    @Override
    public Map<String, Long> going(Going going) {
        people.lockKnown(Set.of(going.pseudonym()));
        return Map.of();
    }

    @Override
    public void withdrawn(String pseudonym, Set<Purpose> refused, long version) {
        if (people.lock(pseudonym) && refused.contains(Purpose.PERSONALIZATION)) {
            people.withdraw(pseudonym, version);
        }
    }
}
