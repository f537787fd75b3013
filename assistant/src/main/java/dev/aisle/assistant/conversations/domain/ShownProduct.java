package dev.aisle.assistant.conversations.domain;

import dev.aisle.assistant.shop.Product;
import dev.aisle.assistant.shop.Product.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product in an answer.
 *
 * @param price in the currency's main unit; {@code null} when unknown
 * @param reason why it is shown; {@code null} when it was asked for
 */
public record ShownProduct(
        String id,
        String title,
        @Nullable BigDecimal price,
        @Nullable String currency,
        String url,
        String image,
        @Nullable String reason) {
    /** A product of the shop. */
    public static ShownProduct of(Product item, String title, @Nullable String reason) {
        Price price = item.price();
        return new ShownProduct(
                item.id(),
                title,
                price == null ? null : price.amount(),
                price == null ? null : price.currency(),
                item.url(),
                item.image(),
                reason);
    }
}
