package dev.aisle.recommender.models.fairness;

import dev.aisle.recommender.interactions.feedback.domain.Spread;
import java.util.List;

/**
 * How fair the lists of a training are, those that its settings gave the people of the hold-out. All numbers are one release of the guard,
 * made with the training and kept with it.
 *
 * @param people who were asked
 * @param exposure by brand, price level and concentration, over the products on sale
 * @param ndcg mean nDCG@20 of everybody
 * @param groups accuracy by country and device, of those who allow it
 * @param alarms limits that were passed by more than the noise, in words; those of the exposure too
 */
public record FairnessReport(
        long people, Spread exposure, double ndcg, List<GroupAccuracy> groups, List<String> alarms) {
    public FairnessReport {
        groups = List.copyOf(groups);
        alarms = List.copyOf(alarms);
    }

    /**
     * How well the lists of a group are.
     *
     * @param trait what the people have in common: {@code country}, {@code device}
     * @param group its value; {@code (unknown)} of those of whom it isn't known
     * @param ndcg mean nDCG@20
     * @param low lower end of the 95 % interval of the mean, the noise included
     * @param high upper end
     */
    public record GroupAccuracy(String trait, String group, long people, double ndcg, double low, double high) {}
}
