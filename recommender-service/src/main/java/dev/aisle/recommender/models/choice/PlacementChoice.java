package dev.aisle.recommender.models.choice;

import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mix of a kind of placement, and why.
 *
 * @param placement label of the kind
 * @param metric such as {@code ndcg@20}
 * @param people who were asked; 0 when nothing was compared
 * @param figure of the chosen mix: mean over people with its 95 % bootstrap interval; {@code null} when nothing was compared
 * @param runnerUp the best of the others; {@code null} when nothing was compared
 * @param compared name of each candidate → its mean
 * @param explanation in words
 */
public record PlacementChoice(
        String placement,
        NamedMix chosen,
        String metric,
        int people,
        @Nullable Estimate figure,
        @Nullable RunnerUp runnerUp,
        Map<String, Double> compared,
        String explanation) {
    public PlacementChoice {
        compared = Map.copyOf(compared);
    }

    /**
     * The best of the mixes that don't serve.
     *
     * @param value what it would have given
     * @param difference runner-up − chosen, with its 95 % bootstrap interval over people
     */
    public record RunnerUp(String name, double value, Estimate difference) {}

    /** Nothing was compared. */
    static PlacementChoice kept(PlacementKind kind, NamedMix mix, String why) {
        return new PlacementChoice(kind.label(), mix, "", 0, null, null, Map.of(), why);
    }

    /** The name of each candidate → its mean, sorted by name. */
    Map<String, Double> sorted() {
        return new TreeMap<>(compared);
    }
}
