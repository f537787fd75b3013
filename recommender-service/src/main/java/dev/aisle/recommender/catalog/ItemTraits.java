package dev.aisle.recommender.catalog;

import dev.aisle.platform.domains.Domains;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a product has beside its name and price. 40 bytes a product and 16 to 24 for each attribute, since equal texts are shared.
 *
 * @param listPrice before a reduction; {@code null} when unknown
 * @param stock pieces, ≥ 0; {@link #UNKNOWN_STOCK} when the shop doesn't say
 * @param availableMillis when it could be had first, milliseconds since 1970; 0 when the shop doesn't say
 * @param groupId joins the variants of a product; empty when it stands alone
 * @param attributes name → value
 * @param domain that it belongs to; empty: nobody said it
 */
public record ItemTraits(
        @Nullable Price listPrice,
        int stock,
        long availableMillis,
        String groupId,
        Map<String, String> attributes,
        String domain) {
    /** The shop doesn't say how many there are. */
    public static final int UNKNOWN_STOCK = -1;

    /** Nothing is known. */
    public static final ItemTraits NONE = new ItemTraits(null, UNKNOWN_STOCK, 0, "", Map.of());

    public ItemTraits {
        attributes = Map.copyOf(attributes);
    }

    /** Of a product of the shop. */
    public ItemTraits(
            @Nullable Price listPrice,
            int stock,
            long availableMillis,
            String groupId,
            Map<String, String> attributes) {
        this(listPrice, stock, availableMillis, groupId, attributes, Domains.SHOP);
    }

    /** When it could be had first; {@code null} when the shop doesn't say. */
    public @Nullable Instant firstAvailableAt() {
        return availableMillis == 0 ? null : Instant.ofEpochMilli(availableMillis);
    }
}
