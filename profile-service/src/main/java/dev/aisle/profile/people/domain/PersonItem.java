package dev.aisle.profile.people.domain;

import org.jspecify.annotations.Nullable;

/**
 * A product in an event.
 *
 * @param product never empty
 * @param category as in the catalogue ("Home/Kitchen"); empty when unknown
 * @param brand empty when unknown
 * @param variant size or colour; empty when unknown
 * @param price of one piece in minor units of the shop's currency; null when unknown
 * @param quantity pieces, or the unit that refine chose
 */
public record PersonItem(
        String product,
        String category,
        String brand,
        String variant,
        @Nullable Long price,
        double quantity) {}
