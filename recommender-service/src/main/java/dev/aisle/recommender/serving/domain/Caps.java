package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.domain.CatalogueItem;
import dev.aisle.recommender.catalog.domain.Category;
import java.util.HashMap;
import java.util.Map;

/**
 * A simple diversity: so many items of a brand or of a category at most, as long as there are others.
 *
 * @param perBrand 0: no cap
 * @param perCategory of a leaf category; 0: 40 % of the list, at least three
 */
public record Caps(int perBrand, int perCategory) {
    /** What holds when the caller says nothing. */
    public static final Caps USUAL = new Caps(0, 0);

    /** As many of each as there are. */
    public static final Caps NONE = new Caps(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final double USUAL_SHARE = 0.4;
    private static final int USUAL_LEAST = 3;

    /** Counts what a list holds. */
    Counter counter(int size) {
        int category = perCategory > 0 ? perCategory : Math.max(USUAL_LEAST, (int) Math.ceil(USUAL_SHARE * size));
        return new Counter(perBrand > 0 ? perBrand : Integer.MAX_VALUE, category);
    }

    /** The counts of one list. */
    static final class Counter {
        private final int perBrand;
        private final int perCategory;
        private final Map<String, Integer> brands = new HashMap<>();
        private final Map<Category, Integer> categories = new HashMap<>();

        private Counter(int perBrand, int perCategory) {
            this.perBrand = perBrand;
            this.perCategory = perCategory;
        }

        /** Counts the item and says true, or says false when a cap is reached. */
        boolean admit(CatalogueItem item) {
            Category category = item.category();
            if (brands.getOrDefault(item.brand(), 0) >= perBrand
                    || (category != null && categories.getOrDefault(category, 0) >= perCategory)) {
                return false;
            }
            if (!item.brand().isEmpty()) {
                brands.merge(item.brand(), 1, Integer::sum);
            }
            if (category != null) {
                categories.merge(category, 1, Integer::sum);
            }
            return true;
        }
    }
}
