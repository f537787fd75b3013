package dev.aisle.recommender.interactions.domain;

import java.util.List;

/**
 * An event of somebody, as far as recommending is concerned.
 *
 * @param consentVersion the version of the consent under which the door let it in
 * @param interactions one a product; none for events that say nothing about products
 */
public record PersonEvent(String id, String pseudonym, long consentVersion, List<Interaction> interactions) {
    public PersonEvent {
        interactions = List.copyOf(interactions);
    }
}
