package dev.aisle.campaign.delivery.audiences;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;

/** Whether somebody may be in an ad audience now: allows targeted ads, and personalization, under which audiences are known. */
@Singleton
class AdConsent {
    private final ConsentView consents;
    private final ErasedSubjects erased;

    AdConsent(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    Use beginUse() {
        return consents.beginUse();
    }

    boolean allows(String pseudonym) {
        return !erased.contains(pseudonym)
                && consents.allows(pseudonym, Purpose.ADS_TARGETED)
                && consents.allows(pseudonym, Purpose.PERSONALIZATION);
    }
}
