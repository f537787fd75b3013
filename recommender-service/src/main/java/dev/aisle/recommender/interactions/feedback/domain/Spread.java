package dev.aisle.recommender.interactions.feedback.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what was shown spreads over the products on sale, worked out from numbers that the guard has released. Each person counts once, divided
 * over what the person was shown.
 *
 * @param people to whom it was shown; of a part of the time, each divided over the parts
 * @param plusMinus two deviations of the noise of a share; of {@code coverage} it is five times as much
 * @param coverage 1 when each product gets at least a quarter of an even share, less by what products below it lack
 * @param gini concentration over the products, 0 all alike to 1
 * @param diversity mean share of pairs in a list that are of different leaf categories, 0 to 1; {@code null} when too few had a list of two
 * @param tailShare what goes to products outside the most shown fifth
 * @param priceLevels {@code low}, {@code middle}, {@code high} (thirds of the products by price) → share; empty in a part of the time
 * @param brands those that stand far out of the noise, the most shown first; none in a part of the time
 * @param alarms limits that were passed by more than the noise, in words
 */
public record Spread(
        long people,
        double plusMinus,
        double coverage,
        double gini,
        @Nullable Double diversity,
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
     * When to raise an alarm.
     *
     * @param tailShareAtLeast of what is shown
     * @param brandLiftAtMost share of what is shown / share of the catalogue
     */
    public record Limits(double tailShareAtLeast, double brandLiftAtMost) {}

    /**
     * A brand.
     *
     * @param ofExposures its share of what is shown
     * @param ofCatalogue its share of the products on sale
     */
    public record BrandShare(String brand, double ofExposures, double ofCatalogue) {
        /** How many times its share of the catalogue it was shown. */
        public double lift() {
            return ofCatalogue == 0 ? 0 : ofExposures / ofCatalogue;
        }
    }
}
