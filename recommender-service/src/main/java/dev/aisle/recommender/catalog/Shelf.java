package dev.aisle.recommender.catalog;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The products as they are now. */
public interface Shelf {
    /** The product; {@code null} when there is none of that id. */
    @Nullable
    CatalogueItem get(String productId);

    /** All products. */
    Stream<CatalogueItem> all();

    /** Grows with each change. */
    long changes();
}
