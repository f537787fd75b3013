package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import dev.aisle.recommender.catalog.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network may know of a product beside who took it. Training and serving make terms of it in this one place, since a term that is written otherwise is another
 * one.
 *
 * @param title in the shop's main language
 * @param categories paths of all nodes from the root to the leaf
 * @param brand empty when unknown
 * @param price {@code null} when unknown
 * @param attributes name → value
 */
public record ProductContent(
        String title,
        List<String> categories,
        String brand,
        @Nullable Price price,
        Map<String, String> attributes) {
    private static final double HALF = 0.5;

    public ProductContent {
        categories = List.copyOf(categories);
        attributes = Map.copyOf(attributes);
    }

    /** Of a product on the shelf. */
    public static ProductContent of(CatalogueItem product) {
        List<String> categories = new ArrayList<>();
        for (Category node = product.category(); node != null; node = node.parent()) {
            categories.addFirst(node.path());
        }
        return new ProductContent(product.title(), categories, product.brand(), product.price(), product.attributes());
    }

    /** The terms of products, place by place. */
    public static ItemContent terms(List<ProductContent> products) {
        ItemContent.Builder terms = ItemContent.collect(products.size());
        for (int item = 0; item < products.size(); item++) {
            products.get(item).addTo(terms, item);
        }
        return terms.build();
    }

    private void addTo(ItemContent.Builder terms, int item) {
        terms.text(item, "title", title).attribute(item, "brand", brand);
        categories.forEach(path -> terms.attribute(item, "category", path));
        attributes.forEach((name, value) -> terms.attribute(item, "attribute." + name, value));
        double amount = price == null ? 0 : price.amount().doubleValue();
        if (price != null && amount > 0) {
            addPrice(terms, item, price.currency(), Math.log(amount) / Math.log(2));
        }
    }

    /** Levels that double, and the same shifted by half a level, so that prices next to a border still have one in common. */
    private static void addPrice(ItemContent.Builder terms, int item, String currency, double doublings) {
        terms.attribute(item, "price", currency + " " + (long) Math.floor(doublings))
                .attribute(item, "price.between", currency + " " + (long) Math.floor(doublings + HALF));
    }
}
