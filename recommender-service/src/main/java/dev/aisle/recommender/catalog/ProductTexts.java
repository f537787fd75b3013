package dev.aisle.recommender.catalog;

import java.util.Map;

/**
 * The words of a product beside its title; they are read from the table when needed and not held in memory.
 *
 * @param description in the shop's main language; empty when there is none
 * @param localized BCP 47 tag → the product in that language
 * @param gtin the number under the bar code, or empty
 */
public record ProductTexts(String description, Map<String, Wording> localized, String gtin) {
    /** No words. */
    public static final ProductTexts NONE = new ProductTexts("", Map.of(), "");

    public ProductTexts {
        localized = Map.copyOf(localized);
    }

    /**
     * A product in one language.
     *
     * @param title empty when there is none
     * @param description empty when there is none
     */
    public record Wording(String title, String description) {}
}
