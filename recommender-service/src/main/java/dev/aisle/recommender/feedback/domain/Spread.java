package dev.aisle.recommender.feedback.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    private static final double HUNDREDTHS = 100;
    private static final double TENTHS = 10;

    public Spread {
        priceLevels = Map.copyOf(priceLevels);
        brands = List.copyOf(brands);
        alarms = List.copyOf(alarms);
    }

    /** As it is shown: so many people, shares in whole percents, bits in tenths. */
    public Spread shown(long people) {
        Map<String, Double> levels = new TreeMap<>();
        priceLevels.forEach((level, share) -> levels.put(level, rounded(share, HUNDREDTHS)));
        return new Spread(
                people,
                rounded(coverage, HUNDREDTHS),
                rounded(gini, HUNDREDTHS),
                rounded(novelty, TENTHS),
                rounded(diversity, HUNDREDTHS),
                rounded(tailShare, HUNDREDTHS),
                levels,
                brands.stream()
                        .map(brand -> new BrandShare(
                                brand.brand(), rounded(brand.ofExposures(), HUNDREDTHS), brand.ofCatalogue()))
                        .filter(brand -> brand.ofExposures() > 0)
                        .toList(),
                alarms);
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
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
