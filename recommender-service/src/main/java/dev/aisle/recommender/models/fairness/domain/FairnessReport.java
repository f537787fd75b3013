package dev.aisle.recommender.models.fairness.domain;

import dev.aisle.recommender.feedback.domain.Spread;
import java.util.List;
import java.util.Map;

/**
 * How fair the lists of a training are, those that its settings gave the people of the hold-out.
 *
 * @param people who were asked
 * @param exposure by brand, price level and popularity, over the products on sale
 * @param parity {@code poprsp@20}, {@code popreo@20}: deviation / mean of how head and long tail are shown, and of how they are found; 0 is
 *     parity, and one that has no value is left out
 * @param ndcg mean nDCG@20 of everybody
 * @param groups accuracy by country and device, of those who allow it
 * @param alarms limits that were passed, in words; those of the exposure too
 */
public record FairnessReport(
        int people,
        Spread exposure,
        Map<String, Double> parity,
        double ndcg,
        List<GroupAccuracy> groups,
        List<String> alarms) {
    public FairnessReport {
        parity = Map.copyOf(parity);
        groups = List.copyOf(groups);
        alarms = List.copyOf(alarms);
    }

    /**
     * How well the lists of a group are.
     *
     * @param trait what the people have in common: {@code country}, {@code device}
     * @param group its value; {@code (unknown)}, or {@code (others)} for several that are too small to be told one by one
     * @param ndcg mean nDCG@20
     * @param low lower end of the 95 % interval of the mean
     * @param high upper end
     */
    public record GroupAccuracy(String trait, String group, int people, double ndcg, double low, double high) {}
}
