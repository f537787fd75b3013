package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.ImplicitAls;
import dev.aisle.algorithms.recommend.ItemKnn;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Weighting;
import dev.aisle.algorithms.sequence.SessionNeighbours;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.VmisKnn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a training, as they are kept with the model.
 *
 * @param halfLifeDays of the weight of an interaction in popularity, &gt; 0
 * @param similarNeighbours most neighbours of a product, ≥ 1
 * @param similarShrinkage ≥ 0
 * @param togetherNeighbours the same of baskets
 * @param factors see {@link ImplicitAls}
 * @param visits see {@link Visits}; without any in recipes from before there were visits
 */
public record Recipe(
        double halfLifeDays,
        int similarNeighbours,
        float similarShrinkage,
        int togetherNeighbours,
        float togetherShrinkage,
        Factors factors,
        Visits visits) {
    private static final int THREADS = 2;

    /** Sparse shops need much shrinkage and regularisation; chosen on the completejourney sample, see the README. */
    public static final Recipe USUAL =
            new Recipe(30, 100, 100, 50, 5, new Factors(32, 10, 8f, 0.05f, 20_261_125L), Visits.USUAL);

    public Recipe {
        visits = Objects.requireNonNullElse(visits, Visits.OFF);
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays: expected > 0, was " + halfLifeDays);
        }
    }

    /** Settings of the factorisation. */
    public record Factors(int rank, int iterations, float unobserved, float regularisation, long seed) {}

    /**
     * How visits are cut and asked.
     *
     * @param gapMinutes a visit ends when so many pass without anything, ≥ 1
     * @param latest visits that a product knows, and candidates of a visit, ≥ 1
     * @param neighbours visits that speak, ≥ 0; 0 leaves this part out
     * @param last products of a visit that count, 1 to 9
     */
    public record Visits(int gapMinutes, int latest, int neighbours, int last) {
        /** As {@link VmisKnn#withDefaults}. */
        public static final Visits USUAL = new Visits(30, 1_500, 300, 4);

        /** None. */
        public static final Visits OFF = new Visits(30, 1, 0, 1);

        public Visits {
            if (gapMinutes < 1 || neighbours < 0) {
                throw new IllegalArgumentException(
                        "visits: expected gapMinutes ≥ 1, neighbours ≥ 0; were " + gapMinutes + ", " + neighbours);
            }
        }

        /** The algorithm that they ask for. */
        public VmisKnn algorithm() {
            return new VmisKnn(latest, Math.max(1, neighbours), last, 1, true);
        }

        /** A part that never says anything. */
        public static SessionNeighbours none(int items) {
            return OFF.algorithm().fit(Sessions.of(items, List.of()), Progress.NONE);
        }
    }

    /** In which an interaction loses half of its weight in popularity. */
    public Duration halfLife() {
        return Duration.ofMillis(Math.round(halfLifeDays * Duration.ofDays(1).toMillis()));
    }

    /** Neighbours of what the same people dealt with. */
    public ItemKnn similar() {
        return new ItemKnn(similarNeighbours, similarShrinkage, Weighting.NONE, false, THREADS);
    }

    /** Neighbours of what was in the same baskets. */
    public ItemKnn boughtTogether() {
        return new ItemKnn(togetherNeighbours, togetherShrinkage, Weighting.NONE, false, THREADS);
    }

    /** Each algorithm and its parameters, as a model's origin says them. */
    public Map<String, String> parameters() {
        return Map.of(
                "popularity.algorithm", "popularity",
                "popularity.halfLife", halfLife().toString(),
                "similar.algorithm", similar().name(),
                "similar.parameters", similar().toString(),
                "together.algorithm", boughtTogether().name(),
                "together.parameters", boughtTogether().toString(),
                "als.algorithm", als().name(),
                "als.parameters", als().toString(),
                "sessions.algorithm", visits.algorithm().name(),
                "sessions.parameters", visits.toString());
    }

    /** The factorisation. */
    public ImplicitAls als() {
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
