package dev.aisle.recommender.catalog.domain;

import org.jspecify.annotations.Nullable;

/**
 * A product as serving needs it.
 *
 * @param productId the shop's id
 * @param title in the shop's main language
 * @param category the leaf; {@code null} when the shop names none
 * @param brand empty when unknown
 * @param price {@code null} when unknown
 * @param url of the product page, or empty
 * @param imageUrl of the picture, or empty
 * @param sale whether it can be had
 */
public record CatalogueItem(
        String productId,
        String title,
        @Nullable Category category,
        String brand,
        @Nullable Price price,
        String url,
        String imageUrl,
        Sale sale) {

    /** Whether a product can be had. */
    public enum Sale {
        NOW,
        PREORDER,
        NO
    }
}
