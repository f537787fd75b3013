package dev.aisle.recommender.interactions;

import dev.aisle.platform.consent.SeenConsent;
import java.util.List;

/**
 * An event of somebody, as far as recommending is concerned.
 *
 * @param seen the consent under which the door let it in
 * @param interactions one a product; none for events that say nothing about products
 */
public record PersonEvent(String id, SeenConsent seen, List<Interaction> interactions) {
    public PersonEvent {
        interactions = List.copyOf(interactions);
    }

    /** Whose it is. */
    public String pseudonym() {
        return seen.pseudonym();
    }
}
