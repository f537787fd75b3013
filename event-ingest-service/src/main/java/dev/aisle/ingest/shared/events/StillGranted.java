package dev.aisle.ingest.shared.events;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.consent.Consent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What an event that waited may still be used for. */
public final class StillGranted {
    private StillGranted() {}

    /** What the door saw granted, is granted now and was not refused in between; empty when that is nothing an event is kept for. */
    public static Set<Purpose> of(ShopEvent event, Consent consent) {
        Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
        granted.addAll(consent.granted(Instant.now(), event.getConsentVersion()));
        granted.retainAll(event.getGrantedPurposesList());
        return FieldPurposes.allowAny(granted) ? granted : Set.of();
    }
}
