package dev.aisle.ingest.rejections;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.events.FieldPurposes;
import dev.aisle.ingest.shared.events.StillGranted;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.sealing.PayloadSeals;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a person's event can be read and may still go in: what was granted when it came and is granted now. */
@Singleton
class Standing {
    private final ConsentAtUse consents;
    private final ErasedSubjects erased;
    private final PayloadSeals seals;

    Standing(ConsentAtUse consents, ErasedSubjects erased, PayloadSeals seals) {
        this.consents = consents;
        this.erased = erased;
        this.seals = seals;
    }

    /** Whether anything can be decided. */
    boolean known() {
        return consents.known();
    }

    /** Everything of a refused event; empty when no key of its person opens it any more. */
    Optional<ShopEvent> opened(RejectedEvent refusal) {
        return seals.open(Topic.EVENTS_REJECTED.topicName(), refusal.getEvent());
    }

    /**
     * The event with what still may be of it, sealed for the raw topic; empty when the person was erased or withdrew.
     *
     * @throws ConsentAtUse.UnknownNow when that isn't known
     */
    Optional<ShopEvent> admit(ShopEvent event) {
        consents.catchUp(List.of(SeenConsent.of(event)));
        Consent consent = consents.of(event.getPseudonym());
        Set<Purpose> granted = StillGranted.of(event, consent);
        if (erased.contains(event.getPseudonym()) || granted.isEmpty()) {
            return Optional.empty();
        }
        ShopEvent.Builder admitted = event.toBuilder().clearGrantedPurposes().addAllGrantedPurposes(granted);
        if (erased.contains(event.getAnonymousPseudonym())) {
            admitted.clearAnonymousPseudonym();
        }
        FieldPurposes.minimise(admitted, granted);
        return Optional.of(seals.seal(Topic.EVENTS_RAW, admitted.build(), consent));
    }
}
