package dev.aisle.campaign.messages.usecase;

import dev.aisle.campaign.messages.domain.Outgoing;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Asks the view of everybody's consent. A refusal after a message was queued stops it, even if there was a grant since. */
@Singleton
class ConsentNow implements LastLook {
    private final ConsentView consents;
    private final ConsentAtUse atUse;
    private final ErasedSubjects erased;
    private final InstantSource clock;

    ConsentNow(ConsentView consents, ConsentAtUse atUse, ErasedSubjects erased, InstantSource clock) {
        this.consents = consents;
        this.atUse = atUse;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public Use beginUse() {
        return consents.beginUse();
    }

    @Override
    public Verdict at(Outgoing message) {
        String pseudonym = message.to().pseudonym();
        Consent consent = consents.of(pseudonym);
        boolean allowed = !erased.contains(pseudonym)
                && consent.allows(message.to().purpose(), clock.instant(), message.consentVersion());
        // Asked after the look-up: what it found was not the no of a view that just fell behind.
        if (!atUse.known()) {
            return Verdict.UNKNOWN;
        }
        return allowed ? Verdict.MAY_GO : Verdict.MAY_NOT;
    }
}
