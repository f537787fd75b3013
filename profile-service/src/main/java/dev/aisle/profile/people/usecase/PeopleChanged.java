package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.domain.ChangedPerson;
import java.time.Instant;
import java.util.Collection;

/**
 * Told of every change of a person, in its transaction: what is written here is there together with the change, or not at all. The
 * person's row is locked; nobody else changes that person meanwhile. Consent is the listener's to ask.
 */
public interface PeopleChanged {
    /** Events came, a browser joined a person or turned out to be shared, the pseudonym changed. Each person stands once. */
    void changed(Collection<ChangedPerson> people, Instant now);

    /** The person stands under another pseudonym now; {@link #changed} follows for that one. */
    void moved(String pseudonym, String successor);

    /** The person was erased; nothing may be left under this pseudonym. */
    void erased(String pseudonym);
}
