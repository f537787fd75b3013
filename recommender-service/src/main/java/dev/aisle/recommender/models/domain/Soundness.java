package dev.aisle.recommender.models.domain;

import java.util.Optional;

/** Whether a model can answer at all: its numbers are finite, and it scores something. */
public final class Soundness {
    private Soundness() {}

    /** What is wrong; empty when nothing is. */
    public static Optional<String> problemOf(TrainedModel model) {
        if (!finite(model.als().itemFactors())) {
            return Optional.of("item factors that are no numbers");
        }
        if (!finite(model.similar().similarities())
                || !finite(model.boughtTogether().similarities())) {
            return Optional.of("likenesses that are no numbers");
        }
        if (!finite(model.sessions().rarity())) {
            return Optional.of("weights of visits that are no numbers");
        }
        float[] popularity = model.popularity().scores();
        if (!finite(popularity)) {
            return Optional.of("popularity that is no number");
        }
        for (float score : popularity) {
            if (score > 0) {
                return Optional.empty();
            }
        }
        return Optional.of("no product with any popularity");
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
