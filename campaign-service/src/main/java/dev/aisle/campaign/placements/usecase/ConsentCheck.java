package dev.aisle.campaign.placements.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.OptionalLong;

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

    /** Begins a use: before it is asked, and until what was decided is kept. */
    Use beginUse() {
        return consents.beginUse();
    }

    boolean allowsPersonalization(String subject) {
        return versionThatAllowsPersonalization(subject).isPresent();
    }

    /** The version of the consent that says yes; empty when it says no. */
    OptionalLong versionThatAllowsPersonalization(String subject) {
        Consent consent = consents.of(subject);
        return consent.allows(Purpose.PERSONALIZATION, Instant.now()) && !erased.contains(subject)
                ? OptionalLong.of(consent.version())
                : OptionalLong.empty();
    }
}
