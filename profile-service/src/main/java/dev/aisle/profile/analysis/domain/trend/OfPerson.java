package dev.aisle.profile.analysis.domain.trend;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one person adds to series. Of a measure so many spans count, and in each the whole shop and so many categories: which ones is drawn
 * from the person's first moment, so that another span or category moves at most one of the others out.
 *
 * @param deeds by span and category; the whole shop under {@link TrendTally#SHOP}
 * @param seed of the draw
 */
record OfPerson(Map<LocalDate, Map<String, Deeds>> deeds, long seed) {
    /** How many spans of a measure count. */
    static final int MOST_SPANS = 5;

    /** How many categories of a span count. */
    static final int MOST_CATEGORIES = 2;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** By span and category, amounts above 0. */
    Map<LocalDate, Map<String, Double>> bounded(Measure measure) {
        Map<LocalDate, Map<String, Double>> all = new TreeMap<>();
        deeds.forEach((span, categories) -> {
            Map<String, Double> amounts = new HashMap<>();
            categories.forEach((category, done) -> {
                if (measure.of(done) > 0) {
                    amounts.put(category, measure.of(done));
                }
            });
            if (!amounts.isEmpty()) {
                all.put(span, categories(amounts));
            }
        });
        all.keySet().retainAll(drawn(all, LocalDate::toEpochDay, MOST_SPANS));
        return all;
    }

    private Map<String, Double> categories(Map<String, Double> amounts) {
        Double shop = amounts.remove(TrendTally.SHOP);
        amounts.keySet().retainAll(drawn(amounts, String::hashCode, MOST_CATEGORIES));
        if (shop != null) {
            amounts.put(TrendTally.SHOP, shop);
        }
        return amounts;
    }

    private <K> List<K> drawn(Map<K, ? extends @Nullable Object> from, ToLongFunction<K> number, int most) {
        return from.keySet().stream()
                .sorted(Comparator.comparingLong(key -> mixed(number.applyAsLong(key))))
                .limit(most)
                .toList();
    }

    private long mixed(long number) {
        long mixed = (number * MIX ^ seed) * MIX;
        return (mixed ^ mixed >>> 32) * MIX;
    }
}
