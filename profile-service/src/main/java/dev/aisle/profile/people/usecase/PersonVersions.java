package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.store.PersonRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;

/** Versions for what changes of a person without an event, by time for example. */
@ApplicationScoped
public class PersonVersions {
    private final PersonRepository people;

    PersonVersions(PersonRepository people) {
        this.people = people;
    }

    /** The next version of each of these people, by pseudonym; locks them until the end of the transaction. Who is unknown is not there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Long> raise(Collection<String> pseudonyms) {
        return people.raise(pseudonyms);
    }
}
