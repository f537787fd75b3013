package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.Category;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What products have, as a sparse point: one each for every node of the category path, the brand, the level of the price (a power of two of the minor unit) and every
 * attribute with its value.
 */
final class Attributes {
    private final Map<String, Float> sum = new HashMap<>();
    private double square = Double.NaN;

    /** Adds a product, as a point of length {@code weight}. */
    public Attributes add(CatalogueItem product, float weight) {
        Set<String> one = of(product);
        float each = one.isEmpty() ? 0 : (float) (weight / Math.sqrt(one.size()));
        one.forEach(feature -> sum.merge(feature, each, Float::sum));
        square = Double.NaN;
        return this;
    }

    /** The cosine of the sum to a product, 0 to 1; NaN when either has nothing. */
    public float cosine(CatalogueItem product) {
        Set<String> other = of(product);
        if (sum.isEmpty() || other.isEmpty()) {
            return Float.NaN;
        }
        if (Double.isNaN(square)) {
            square = sum.values().stream()
                    .mapToDouble(value -> (double) value * value)
                    .sum();
        }
        double common = 0;
        for (String feature : other) {
            common += sum.getOrDefault(feature, 0f);
        }
        return (float) (common / Math.sqrt(square * other.size()));
    }

    private static Set<String> of(CatalogueItem product) {
        Set<String> features = new HashSet<>();
        for (Category node = product.category(); node != null; node = node.parent()) {
            features.add(node.path());
        }
        if (!product.brand().isEmpty()) {
            features.add("\u0001" + product.brand());
        }
        if (product.price() != null && product.price().minorUnits() > 0) {
            features.add(
                    "\u0002" + (63 - Long.numberOfLeadingZeros(product.price().minorUnits())));
        }
        product.attributes().forEach((name, value) -> features.add("\u0003" + name + '=' + value));
        return features;
    }
}
