package dev.aisle.recommender.catalog;

import java.time.Instant;
import java.util.Map;
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
 * @param traits what else is known
 */
public record CatalogueItem(
        String productId,
        String title,
        @Nullable Category category,
        String brand,
        @Nullable Price price,
        String url,
        String imageUrl,
        Sale sale,
        ItemTraits traits) {

    /** Whether a product can be had. */
    public enum Sale {
        NOW,
        PREORDER,
        NO
    }

    /** Name → value; empty when there are none. */
    public Map<String, String> attributes() {
        return traits.attributes();
    }

    /** Pieces, or {@link ItemTraits#UNKNOWN_STOCK}. */
    public int stock() {
        return traits.stock();
    }

    /** When it could be had first; {@code null} when the shop doesn't say. */
    public @Nullable Instant firstAvailableAt() {
        return traits.firstAvailableAt();
    }

    /** The price before a reduction; {@code null} when unknown. */
    public @Nullable Price listPrice() {
        return traits.listPrice();
    }

    /** What kind of site it belongs to: {@code shop}, {@code media}. */
    public String domain() {
        return traits.domain();
    }

    /** Joins the variants of a product; empty when it stands alone. */
    public String groupId() {
        return traits.groupId();
    }
}
