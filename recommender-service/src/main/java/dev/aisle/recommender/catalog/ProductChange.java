package dev.aisle.recommender.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the shop said about a product. */
public sealed interface ProductChange {
    /** The product's id. */
    String productId();

    /** Orders the changes of one product. */
    Instant sourceTime();

    /**
     * The product looks like this.
     *
     * @param path categories from the root to the leaf
     * @param traits what serving needs beside the columns
     * @param texts what search needs beside the columns
     * @param payload the whole message, from which traits and texts are
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a column
    record Described(
            String productId,
            String title,
            List<String> path,
            String brand,
            @Nullable Price price,
            String url,
            String imageUrl,
            CatalogueItem.Sale sale,
            ItemTraits traits,
            ProductTexts texts,
            byte[] payload,
            Instant sourceTime)
            implements ProductChange {}

    /** The product is gone. */
    record Removed(String productId, Instant sourceTime) implements ProductChange {}
}
