package dev.aisle.platform.consent;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.List;

/**
 * What the door saw of a person's consent when it let an event in.
 *
 * @param granted what the event may be used for at most
 * @param version of the consent state
 */
public record SeenConsent(String pseudonym, List<Purpose> granted, long version) {
    public SeenConsent {
        granted = List.copyOf(granted);
    }

    /** The same of somebody whose pseudonym has another key now. */
    public SeenConsent under(String successor) {
        return new SeenConsent(successor, granted, version);
    }

    /** As it stands in the event. */
    public static SeenConsent of(ShopEvent event) {
        return new SeenConsent(event.getPseudonym(), event.getGrantedPurposesList(), event.getConsentVersion());
    }
}
