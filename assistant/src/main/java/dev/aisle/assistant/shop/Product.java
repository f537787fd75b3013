package dev.aisle.assistant.shop;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as the assistant speaks of it.
 *
 * @param title in the shop's main language
 * @param brand empty when unknown
 * @param price {@code null} when unknown
 * @param url of the product page, or empty
 * @param image address of the picture, or empty
 * @param attributes name → value
 */
public record Product(
        String id,
        String title,
        String brand,
        @Nullable Price price,
        String url,
        String image,
        Sale sale,
        Map<String, String> attributes) {
    public Product {
        attributes = Map.copyOf(attributes);
    }

    /** Whether a product can be had. */
    public enum Sale {
        NOW,
        PREORDER,
        NO
    }

    /**
     * A price.
     *
     * @param amount in the currency's main unit, with as many places as the currency has
     * @param currency ISO 4217
     */
    public record Price(BigDecimal amount, String currency) {
        /** The price in the currency's smallest unit, 1299 for 12.99 EUR. */
        public long minorUnits() {
            return amount.unscaledValue().longValueExact();
        }
    }
}
