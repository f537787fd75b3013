package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.util.Optional;

/** By the row that is the lock of everything of a person. */
@Singleton
final class LockedPeople implements KnownPeople {
    private final PersonRepository people;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    LockedPeople(PersonRepository people, ConsentView consents, ErasedSubjects erased) {
        this.people = people;
        this.consents = consents;
        this.erased = erased;
    }

    @Override
    public Optional<String> lock(String subject) {
        String now = standing(subject);
        return !erased.contains(now) && people.lock(now) ? Optional.of(now) : Optional.empty();
    }

    @Override
    public String standing(String subject) {
        return consents.standing(subject);
    }
}
