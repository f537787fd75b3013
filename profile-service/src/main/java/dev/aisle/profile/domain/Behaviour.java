package dev.aisle.profile.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person did, as counts and tastes.
 *
 * @param counts events by type ({@code product_view}: 12)
 * @param recentProducts products viewed or bought, the newest first, each once, at most {@value #RECENT}
 * @param tastes decayed weights by {@code category:Frozen} or {@code brand:Acme}, as of {@code tastesAsOf}
 * @param tastesAsOf epoch seconds to which the tastes are decayed
 */
public record Behaviour(
        Map<String, Long> counts, List<String> recentProducts, Map<String, Double> tastes, long tastesAsOf) {
    static final int RECENT = 20;
    private static final int TASTES = 100;

    public static final Behaviour NONE = new Behaviour(Map.of(), List.of(), Map.of(), 0);

    Behaviour counted(String type) {
        Map<String, Long> next = new TreeMap<>(counts);
        next.merge(type, 1L, Long::sum);
        return new Behaviour(next, recentProducts, tastes, tastesAsOf);
    }

    Behaviour seen(List<String> products) {
        List<String> next = new ArrayList<>(products.reversed());
        next.addAll(recentProducts);
        return new Behaviour(counts, next.stream().distinct().limit(RECENT).toList(), tastes, tastesAsOf);
    }

    /** Adds to tastes an event of that time and weight; an older event than the newest weighs what it would by now. */
    Behaviour tasted(Iterable<String> keys, double weight, long at, Duration halfLife) {
        long now = Math.max(at, tastesAsOf);
        double halfLifeSeconds = halfLife.toSeconds();
        double fading = Math.pow(0.5, (now - tastesAsOf) / halfLifeSeconds);
        double added = weight * Math.pow(0.5, (now - at) / halfLifeSeconds);
        Map<String, Double> next = new TreeMap<>();
        tastes.forEach((key, value) -> next.put(key, value * fading));
        keys.forEach(key -> next.merge(key, added, Double::sum));
        return new Behaviour(counts, recentProducts, strongest(next), now);
    }

    /** Counts and faded tastes together; of the products, those of whoever had the newer taste come first. */
    Behaviour joined(Behaviour other, Duration halfLife) {
        if (other.tastesAsOf > tastesAsOf) {
            return other.joined(this, halfLife);
        }
        Map<String, Long> allCounts = new TreeMap<>(counts);
        other.counts.forEach((type, count) -> allCounts.merge(type, count, Long::sum));
        double fading = Math.pow(0.5, (tastesAsOf - other.tastesAsOf) / (double) halfLife.toSeconds());
        Map<String, Double> allTastes = new TreeMap<>(tastes);
        other.tastes.forEach((key, value) -> allTastes.merge(key, value * fading, Double::sum));
        List<String> products = new ArrayList<>(recentProducts);
        products.addAll(other.recentProducts);
        return new Behaviour(
                allCounts, products.stream().distinct().limit(RECENT).toList(), strongest(allTastes), tastesAsOf);
    }

    private static Map<String, Double> strongest(Map<String, Double> all) {
        if (all.size() <= TASTES) {
            return all;
        }
        Map<String, Double> kept = new TreeMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(TASTES)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }
}
