package dev.aisle.algorithms.uplift;

import dev.aisle.algorithms.uplift.BaseLearner.Prediction;
import java.util.EnumMap;
import java.util.Map;

/**
 * The learner whose scores rank people best that it hasn't seen: by the area under the Qini curve over folds. S, T, X and the cross-fitted DR take part;
 * of equal ones the first, so that where nothing tells people apart, everybody is expected to be moved alike.
 *
 * @param learner which one it is
 * @param areas per learner the area under the Qini curve less that of a ranking by chance, people × outcome
 * @param uplift what it learned from everybody
 */
public record BestLearner(UpliftLearner learner, Map<UpliftLearner, Double> areas, Prediction uplift) {
    private static final UpliftLearner[] ENTRANTS = {UpliftLearner.S, UpliftLearner.T, UpliftLearner.X, UpliftLearner.DR
    };

    public BestLearner {
        areas = Map.copyOf(areas);
    }

    /**
     * Chooses and learns.
     *
     * @throws IllegalArgumentException when there are too few people for the folds
     */
    public static BestLearner of(Trial trial, BaseLearner base, int folds, long seed) {
        CrossFit cross = CrossFit.of(trial, folds, seed);
        Map<UpliftLearner, Double> areas = new EnumMap<>(UpliftLearner.class);
        UpliftLearner best = UpliftLearner.S;
        for (UpliftLearner one : ENTRANTS) {
            GainCurve curve = GainCurve.qini(cross.ranks(part -> fit(one, part, base, folds, seed)), trial);
            areas.put(one, curve.area() - curve.randomArea());
            if (areas.getOrDefault(one, 0.0) > areas.getOrDefault(best, 0.0)) {
                best = one;
            }
        }
        return new BestLearner(best, areas, fit(best, trial, base, folds, seed));
    }

    private static Prediction fit(UpliftLearner learner, Trial trial, BaseLearner base, int folds, long seed) {
        return learner == UpliftLearner.DR
                ? CrossFit.of(trial, folds, seed).doublyRobust(base)
                : learner.fit(trial, base);
    }
}
