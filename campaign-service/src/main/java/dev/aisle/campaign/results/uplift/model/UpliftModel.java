package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.uplift.PopulationStability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a variation: a number a person that sums features. Nobody is in it.
 *
 * @param version of the campaign whose people it was learned from
 * @param money whether it tells revenue in minor units; otherwise the probability of an order
 * @param upTo when the last of these people was assigned
 * @param learner {@code s}, {@code t}, {@code x} or {@code dr}
 * @param constant with what each feature adds: the uplift of a person is their sum
 * @param released what is shown of these people; {@code null} of a model from before there was a guard
 * @param scores what it gave the people it was learned from
 * @param stands how each feature was spread among them
 */
public record UpliftModel(
        String campaign,
        int version,
        String variation,
        boolean money,
        Instant trainedAt,
        Instant upTo,
        String learner,
        Features features,
        double constant,
        List<Double> weights,
        Quality quality,
        @Nullable UpliftRelease released,
        Map<String, String> leftOut,
        List<String> audited,
        PopulationStability scores,
        Map<String, PopulationStability> stands) {
    public UpliftModel {
        weights = List.copyOf(weights);
        leftOut = Map.copyOf(leftOut);
        audited = List.copyOf(audited);
        stands = Map.copyOf(stands);
    }

    /**
     * How it did on people whom it hadn't seen: exact, what the service computes with. Nobody is shown it.
     *
     * @param average effect over everybody, with its interval
     * @param gain what its ranking brings over chance, a person with the offer, over all budgets
     * @param curve empty; the version before can read no model without one
     */
    public record Quality(Estimate average, Estimate gain, List<Point> curve) {
        public Quality {
            curve = List.copyOf(curve);
        }

        /** Whether it is known to rank people better than chance. */
        public boolean ranks() {
            return gain.low() > 0;
        }
    }

    /** A point of the Qini curve. */
    public record Point(double people, double gain) {}

    /** The uplift of a person by what is known; everybody's average where the ranking isn't known to be better than chance. */
    public double of(Known person) {
        return quality.ranks() ? score(person) : quality.average().value();
    }

    /** The sum of the features, whether it is trusted or not. */
    public double score(Known person) {
        double sum = constant;
        double[] row = features.of(person);
        for (int n = 0; n < row.length; n++) {
            sum += weights.get(n) * row[n];
        }
        return sum;
    }
}
