package dev.aisle.profile.people.values.domain;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person likes in one dimension. The weight of an event halves in a half-life: {@code w = interest · 2^−(now − at) / half-life}.
 *
 * @param key a category ("Home/Kitchen"), brand, price band or variant
 * @param weight the sum of the weights at the moment
 * @param share of the weights of the dimension's leaves, 0..1; a parent category has the sum of what is below it
 */
public record Taste(String key, double weight, double share) {
    private static final int MOST = 100;

    /** What tastes are about. */
    public enum Dimension {
        CATEGORY,
        BRAND,
        PRICE_BAND,
        VARIANT;

        /** The keys of a product: the leaf first, then what it is in. Empty when the product says nothing of it. */
        List<String> keys(PersonItem item) {
            return switch (this) {
                case CATEGORY -> upwards(item.category());
                case BRAND -> one(item.brand());
                case PRICE_BAND -> item.price() == null ? List.of() : one(PriceBand.of(item.price()));
                case VARIANT -> one(item.variant());
            };
        }

        private static List<String> one(String key) {
            return key.isEmpty() ? List.of() : List.of(key);
        }

        private static List<String> upwards(String category) {
            List<String> keys = new ArrayList<>();
            String path = category;
            while (!path.isEmpty()) {
                keys.add(path);
                int slash = path.lastIndexOf('/');
                path = slash < 0 ? "" : path.substring(0, slash).strip();
            }
            return keys;
        }
    }

    /** The tastes at a moment, the strongest first, at most {@value #MOST}. Events after the moment are left out. */
    public static List<Taste> of(PersonEvents events, Dimension dimension, Instant now, Duration halfLife) {
        Map<String, Double> weights = new TreeMap<>();
        double leaves = 0;
        for (PersonEvent event : events.list()) {
            double weight = weight(event, now, halfLife);
            for (PersonItem item : weight > 0 ? event.items() : List.<PersonItem>of()) {
                List<String> keys = dimension.keys(item);
                keys.forEach(key -> weights.merge(key, weight, Double::sum));
                leaves += keys.isEmpty() ? 0 : weight;
            }
        }
        double total = leaves;
        return weights.entrySet().stream()
                .map(entry -> new Taste(entry.getKey(), entry.getValue(), entry.getValue() / total))
                .sorted(Comparator.<Taste>comparingDouble(Taste::weight)
                        .reversed()
                        .thenComparing(Taste::key))
                .limit(MOST)
                .toList();
    }

    private static double weight(PersonEvent event, Instant now, Duration halfLife) {
        double interest = Interest.of(event.type());
        if (interest == 0 || event.at().isAfter(now)) {
            return 0;
        }
        double halfLives = Duration.between(event.at(), now).toMillis() / (double) halfLife.toMillis();
        return interest * Math.pow(0.5, halfLives);
    }
}
