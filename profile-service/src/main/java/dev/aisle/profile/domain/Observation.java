package dev.aisle.profile.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a profile learns from one event.
 *
 * @param type the canonical name: {@code product_view}
 * @param interest how much it says about taste: 0 nothing, 1 a view
 * @param products the products it is about, in order
 * @param tasteKeys {@code category:…} and {@code brand:…} of these products
 */
public record Observation(
        String pseudonym,
        String type,
        Instant occurredAt,
        double interest,
        List<String> products,
        List<String> tasteKeys,
        boolean isPurchase) {
    /** The same of another pseudonym. */
    public Observation under(String successor) {
        return new Observation(successor, type, occurredAt, interest, products, tasteKeys, isPurchase);
    }
}
