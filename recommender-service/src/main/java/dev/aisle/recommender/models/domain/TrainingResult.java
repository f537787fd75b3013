package dev.aisle.recommender.models.domain;

import java.util.Map;

/**
 * What a training worked on and how good it is.
 *
 * @param users people whose interactions were learned from
 * @param metrics such as {@code ials.recall@20}, on interactions that came after those learned from; empty when there were too few
 */
public record TrainingResult(int users, int items, long interactions, double seconds, Map<String, Double> metrics) {
    public TrainingResult {
        metrics = Map.copyOf(metrics);
    }
}
