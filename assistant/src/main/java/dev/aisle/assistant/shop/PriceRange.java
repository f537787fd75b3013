package dev.aisle.assistant.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A range of prices, ends included.
 *
 * @param min {@code null}: from nothing
 * @param max {@code null}: without end
 * @param currency ISO 4217; {@code null}: each price counts in its own
 */
public record PriceRange(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String currency) {
    /** Every price, and none. */
    public static final PriceRange ANY = new PriceRange(null, null, null);
}
