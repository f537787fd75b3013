package dev.aisle.ingest.rejections.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.shared.domain.FieldPurposes;
import dev.aisle.ingest.shared.domain.StillGranted;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Whether a person's event may still go in: what was granted when it came and is granted now. */
@Singleton
class Standing {
    private final ConsentView consents;
    private final ErasedSubjects erased;

    Standing(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /** Whether anything can be decided. */
    boolean known() {
        return consents.current() && erased.current();
    }

    /** The event with what still may be of it; empty when the person was erased or withdrew. */
    Optional<ShopEvent> admit(ShopEvent event) {
        Set<Purpose> granted = StillGranted.of(event, consents.of(event.getPseudonym()));
        if (erased.contains(event.getPseudonym()) || granted.isEmpty()) {
            return Optional.empty();
        }
        ShopEvent.Builder admitted = event.toBuilder().clearGrantedPurposes().addAllGrantedPurposes(granted);
        if (erased.contains(event.getAnonymousPseudonym())) {
            admitted.clearAnonymousPseudonym();
        }
        FieldPurposes.minimise(admitted, granted);
        return Optional.of(admitted.build());
    }
}
