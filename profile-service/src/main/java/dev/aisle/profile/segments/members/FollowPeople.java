package dev.aisle.profile.segments.members;

import dev.aisle.profile.people.domain.ChangedPerson;
import dev.aisle.profile.people.usecase.PeopleChanged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;

/** Keeps memberships in the transaction of whatever changed the person. */
@ApplicationScoped
class FollowPeople implements PeopleChanged {
    private final KeepMemberships keepMemberships;

    FollowPeople(KeepMemberships keepMemberships) {
        this.keepMemberships = keepMemberships;
    }

    @Override
    public void changed(Collection<ChangedPerson> people, Instant now) {
        keepMemberships.keep(people, now);
    }

    @Override
    public void moved(String pseudonym, String successor) {
        keepMemberships.move(pseudonym, successor);
    }

    @Override
    public void erased(String pseudonym) {
        keepMemberships.erase(pseudonym);
    }
}
