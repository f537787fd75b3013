package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.messages.domain.Outgoing;
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
        try {
            boolean allowed =
                    atUse.of(pseudonym).allows(message.to().purpose(), clock.instant(), message.consentVersion())
                            && !erased.contains(pseudonym);
            return allowed ? Verdict.MAY_GO : Verdict.MAY_NOT;
        } catch (ConsentAtUse.UnknownNow e) {
            return Verdict.UNKNOWN;
        }
    }
}
