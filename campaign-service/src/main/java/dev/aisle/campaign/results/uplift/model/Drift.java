package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a model fits people who were assigned after it was learned.
 *
 * @param people how many they are
 * @param scores population stability index of what the model gives them
 * @param features the same of each feature
 * @param predicted the model's mean uplift of those whose time is over; {@code null} while they are too few
 * @param observed the difference of their arms
 * @param error of that difference, one standard error
 */
public record Drift(
        long people,
        double scores,
        Map<String, Double> features,
        @Nullable Double predicted,
        @Nullable Double observed,
        @Nullable Double error) {
    /** Of a model that nobody came after. */
    public static final Drift NONE = new Drift(0, 0, Map.of(), null, null, null);

    /** As banks read the index. */
    private static final double ANOTHER_POPULATION = 0.25;

    /** So seldom by chance that a model looked at daily gives a false alarm in years only. */
    private static final double ERRORS = 3.3;

    public Drift {
        features = Map.copyOf(features);
    }

    /**
     * Watches.
     *
     * @param later people of the variation and of the comparison group who came after the model
     * @param over those whose time for an order is over
     * @param least people an arm without whom nothing is said
     */
    public static Drift of(UpliftModel model, List<Observed> later, List<Observed> over, int least) {
        List<Known> known = later.stream().map(Observed::known).toList();
        Map<String, Double> features = new TreeMap<>();
        double scores = 0;
        if (known.size() >= least) {
            scores = model.scores()
                    .index(known.stream().mapToDouble(model::score).toArray());
            model.stands().forEach((name, stand) -> features.put(name, stand.index(Features.column(name, known))));
        }
        Sums got = sums(over, one -> !one.holdout(), model.money());
        Sums none = sums(over, Observed::holdout, model.money());
        if (got.n() < least || none.n() < least) {
            return new Drift(later.size(), scores, features, null, null, null);
        }
        MeanDifference observed = MeanDifference.of(got, none);
        double predicted = over.stream()
                .mapToDouble(one -> model.of(one.known()))
                .average()
                .orElse(0);
        return new Drift(later.size(), scores, features, predicted, observed.difference(), observed.error());
    }

    private static Sums sums(List<Observed> people, Predicate<Observed> arm, boolean money) {
        return people.stream()
                .filter(arm)
                .map(one -> one.outcome(money))
                .map(outcome -> new Sums(1, outcome, outcome * outcome))
                .reduce(Sums.NONE, Sums::plus);
    }

    /** Why the model should be learned anew, in words; empty when it fits. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (scores >= ANOTHER_POPULATION) {
            reasons.add("The people who come now are others than those it was learned from.");
        }
        features.forEach((name, index) -> {
            if (index >= ANOTHER_POPULATION) {
                reasons.add("People differ in " + name + " from those it was learned from.");
            }
        });
        if (predicted != null
                && observed != null
                && error != null
                && error > 0
                && Math.abs(observed - predicted) > ERRORS * error) {
            reasons.add("What it predicts is not what was observed since.");
        }
        return reasons;
    }
}
