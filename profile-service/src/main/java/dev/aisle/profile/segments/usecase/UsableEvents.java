package dev.aisle.profile.segments.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.profile.people.domain.PersonEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The events of a person on which a membership may rest now. */
@ApplicationScoped
public class UsableEvents {
    private final ConsentAtUse consents;
    private final ErasedSubjects erased;

    UsableEvents(ConsentAtUse consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /**
     * Nothing when the person doesn't allow personalization now, or was erased.
     *
     * @throws ConsentAtUse.UnknownNow when that isn't known: nobody may leave a segment for it
     */
    public Optional<PersonEvents> of(String pseudonym, PersonEvents events, Instant now) {
        Consent consent = consents.of(pseudonym);
        return erased.contains(pseudonym) || !consent.allows(Purpose.PERSONALIZATION, now)
                ? Optional.empty()
                : Optional.of(events.usableFor(Purpose.PERSONALIZATION, consent.fence(Purpose.PERSONALIZATION)));
    }
}
