package dev.aisle.recommender.models.checks;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a training is about to learn from, in numbers.
 *
 * @param people with at least one interaction
 * @param largestPerson greatest share of the interactions that one person has, 0 … 1
 * @param newest when the newest interaction happened; {@code null} without any
 * @param unknownProducts share of the interactions with products that the catalogue doesn't have, 0 … 1
 * @param types how many interactions of each type, by its name
 */
public record TrainingFigures(
        int people,
        int items,
        long interactions,
        double largestPerson,
        @Nullable Instant newest,
        double unknownProducts,
        Map<String, Long> types) {
    public TrainingFigures {
        types = Map.copyOf(types);
    }
}
