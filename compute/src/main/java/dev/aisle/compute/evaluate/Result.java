package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.Map;
import java.util.Optional;

/**
 * What an algorithm did on a data set.
 *
 * @param spec the algorithm
 * @param fitSeconds wall time of the fit
 * @param recommendSeconds wall time of all lists, on one thread
 * @param peakBytes highest heap use while it worked, the data included
 * @param metrics by name and cutoff
 * @param slices the same for groups of people and of items
 * @param values by name and cutoff of the metrics that algorithms are compared by: one value a question, NaN where it has none
 */
record Result(
        AlgorithmSpec spec,
        double fitSeconds,
        double recommendSeconds,
        long peakBytes,
        Map<String, Outcome> metrics,
        Map<String, Slice> slices,
        Map<String, double[]> values) {
    private static final Slice NONE = new Slice("", 0, Map.of());
    private static final Undefined MISSING = new Undefined("not measured on such data");

    /** A metric of everybody. */
    Outcome outcome(String metric) {
        return metrics.getOrDefault(metric, MISSING);
    }

    /** A metric of a slice. */
    Outcome outcome(String slice, String metric) {
        return slices.getOrDefault(slice, NONE).metrics().getOrDefault(metric, MISSING);
    }

    /** The value of a metric of everybody, if it has one. */
    Optional<Outcome.Estimate> estimate(String metric) {
        return outcome(metric) instanceof Outcome.Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    /**
     * A group of people, or of the items that they looked for.
     *
     * @param kind what distinguishes it from its siblings
     * @param users how many people it is about
     * @param metrics theirs
     */
    record Slice(String kind, int users, Map<String, Outcome> metrics) {}
}
