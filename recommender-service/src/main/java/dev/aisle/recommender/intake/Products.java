package dev.aisle.recommender.intake;

import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.platform.storage.StoredText;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads products of the catalogue topic. */
final class Products {
    private Products() {}

    /** Why the message can't be taken; {@code null} when it can. */
    static @Nullable String violation(String key, Product product) {
        if (!product.getProductId().equals(key)) {
            return "the key isn't the product id";
        }
        List<String> texts = new ArrayList<>(product.getCategoryPathList());
        texts.addAll(List.of(
                product.getTitle(),
                product.getBrand(),
                product.getUrl(),
                product.getImageUrl(),
                product.getPrice().getCurrency()));
        for (String text : texts) {
            String violation = StoredText.textViolation("a text", text);
            if (violation != null) {
                return violation;
            }
        }
        return StoredText.first(
                StoredText.timeViolation("source_time", product.getSourceTime()),
                StoredText.timeViolation("first_available_at", product.getFirstAvailableAt()));
    }

    /** The change that a message is; without a source time it is of when it was written. */
    static Described changeOf(Product product, Instant written) {
        return new Described(
                product.getProductId(),
                product.getTitle().isBlank() ? product.getProductId() : product.getTitle(),
                product.getCategoryPathList().stream()
                        .filter(node -> !node.isBlank())
                        .toList(),
                product.getBrand(),
                ProductMessages.priceOf(product.getPrice()),
                product.getUrl(),
                product.getImageUrl(),
                saleOf(product),
                ProductMessages.traitsOf(product),
                ProductMessages.textsOf(product),
                product.toByteArray(),
                product.hasSourceTime() ? StoredText.instant(product.getSourceTime()) : written);
    }

    private static Sale saleOf(Product product) {
        boolean soldOut = product.hasStock() && product.getStock() <= 0;
        return switch (product.getAvailability()) {
            case OUT_OF_STOCK, DISCONTINUED -> Sale.NO;
            case PREORDER -> Sale.PREORDER;
            case IN_STOCK, AVAILABILITY_UNSPECIFIED, UNRECOGNIZED -> soldOut ? Sale.NO : Sale.NOW;
        };
    }
}
