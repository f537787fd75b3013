package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Weighting;
import java.time.Duration;

/**
 * The settings of a training, as they are kept with the model.
 *
 * @param halfLifeDays of the weight of an interaction in popularity, &gt; 0
 * @param similarNeighbours most neighbours of a product, ≥ 1
 * @param similarShrinkage ≥ 0
 * @param togetherNeighbours the same of baskets
 * @param factors see {@link ImplicitAls}
 */
public record Recipe(
        double halfLifeDays,
        int similarNeighbours,
        float similarShrinkage,
        int togetherNeighbours,
        float togetherShrinkage,
        Factors factors) {
    private static final int THREADS = 2;

    /** Sparse shops need much shrinkage and regularisation; chosen on the completejourney sample, see the README. */
    public static final Recipe USUAL = new Recipe(30, 100, 100, 50, 5, new Factors(32, 10, 8f, 0.05f, 20_261_125L));

    public Recipe {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays: expected > 0, was " + halfLifeDays);
        }
    }

    /** Settings of the factorisation. */
    public record Factors(int rank, int iterations, float unobserved, float regularisation, long seed) {}

    Duration halfLife() {
        return Duration.ofMillis(Math.round(halfLifeDays * Duration.ofDays(1).toMillis()));
    }

    ItemKnn similar() {
        return new ItemKnn(similarNeighbours, similarShrinkage, Weighting.NONE, false, THREADS);
    }

    ItemKnn boughtTogether() {
        return new ItemKnn(togetherNeighbours, togetherShrinkage, Weighting.NONE, false, THREADS);
    }

    ImplicitAls als() {
        return new ImplicitAls(
                factors.rank(),
                factors.iterations(),
                factors.unobserved(),
                factors.regularisation(),
                1f,
                factors.seed(),
                THREADS);
    }
}
