package dev.aisle.recommender.catalog;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.catalog.v1.LocalizedText;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.recommender.catalog.ProductTexts.Wording;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what isn't a column from the message of a product; the same from the topic and from the table. */
public final class ProductMessages {
    /** More attributes aren't kept in memory; which ones is up to the order of their names. */
    static final int MOST_ATTRIBUTES = 64;
    /** An attribute with a longer name or value is text and no property to filter by. */
    static final int LONGEST_ATTRIBUTE = 200;

    private ProductMessages() {}

    /** The message that a row keeps; an empty one when there is none. */
    static Product read(byte @Nullable [] payload) {
        try {
            return payload == null ? Product.getDefaultInstance() : Product.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A row of the catalogue holds no message of a product", e);
        }
    }

    /** The price of an amount; {@code null} without a currency. */
    public static @Nullable Price priceOf(Money money) {
        return money.getCurrency().isEmpty() ? null : new Price(money.getMinorUnits(), money.getCurrency());
    }

    /** What serving needs. */
    public static ItemTraits traitsOf(Product product) {
        Map<String, String> attributes = product.getAttributesMap().entrySet().stream()
                .filter(attribute -> attribute.getKey().length() <= LONGEST_ATTRIBUTE
                        && attribute.getValue().length() <= LONGEST_ATTRIBUTE)
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_ATTRIBUTES)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ItemTraits(
                priceOf(product.getListPrice()),
                product.hasStock() ? Math.clamp(product.getStock(), 0, Integer.MAX_VALUE) : ItemTraits.UNKNOWN_STOCK,
                product.hasFirstAvailableAt() ? millis(product.getFirstAvailableAt()) : 0,
                product.getGroupId(),
                attributes,
                product.getDomain());
    }

    /** What search needs. */
    public static ProductTexts textsOf(Product product) {
        return new ProductTexts(
                product.getDescription(),
                product.getLocalizedMap().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> wordingOf(text.getValue()))),
                product.getGtin());
    }

    private static Wording wordingOf(LocalizedText text) {
        return new Wording(text.getTitle(), text.getDescription());
    }

    private static long millis(Timestamp time) {
        return time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
    }
}
