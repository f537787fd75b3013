package dev.aisle.recommender.feedback.domain;

import java.util.List;
import java.util.Map;

/**
 * How what was shown spreads over the catalogue.
 *
 * @param people to whom it was shown
 * @param coverage share of the products on sale that anybody was shown, 0 to 1
 * @param gini concentration of the exposures over the products on sale, 0 all alike to 1
 * @param novelty mean over the exposures of −log2 of the share of the people who have dealt with the product, in bits
 * @param diversity mean over the lists of the share of pairs of items that are of different leaf categories, 0 to 1
 * @param tailShare of the exposures, that of products outside the most popular fifth
 * @param priceLevels {@code low}, {@code middle}, {@code high} (thirds of the products on sale by price) → share of the exposures
 * @param brands the most exposed ones
 * @param alarms limits that were passed, in words
 */
public record Spread(
        long people,
        double coverage,
        double gini,
        double novelty,
        double diversity,
        double tailShare,
        Map<String, Double> priceLevels,
        List<BrandShare> brands,
        List<String> alarms) {
    public Spread {
        priceLevels = Map.copyOf(priceLevels);
        brands = List.copyOf(brands);
        alarms = List.copyOf(alarms);
    }

    /**
     * A brand.
     *
     * @param ofExposures its share of the exposures
     * @param ofCatalogue its share of the products on sale
     */
    public record BrandShare(String brand, double ofExposures, double ofCatalogue) {
        /** How many times its share of the catalogue it was shown. */
        public double lift() {
            return ofCatalogue == 0 ? 0 : ofExposures / ofCatalogue;
        }
    }
}
