package dev.aisle.campaign.placements.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;

/** Whether a person's data may be used for a decision now; unknown and erased are the same no. */
@Singleton
class ConsentCheck {
    private final ConsentView consents;
    private final ErasedSubjects erased;

    ConsentCheck(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /** The pseudonym under which the person stands now. */
    String standing(String subject) {
        return consents.standing(subject);
    }

    boolean allowsPersonalization(String subject) {
        return consents.allows(subject, Purpose.PERSONALIZATION) && !erased.contains(subject);
    }
}
