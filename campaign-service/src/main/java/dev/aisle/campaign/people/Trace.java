package dev.aisle.campaign.people;

import java.time.Instant;

/** Somebody saw or bought a product. */
public record Trace(String pseudonym, String productId, boolean bought, Instant at) {
    /** The same of another pseudonym. */
    Trace under(String successor) {
        return new Trace(successor, productId, bought, at);
    }

    /** The later of two traces of one person and product; bought once is bought. */
    Trace join(Trace other) {
        return new Trace(pseudonym, productId, bought || other.bought, at.isAfter(other.at) ? at : other.at);
    }
}
