package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.Map;

/**
 * What an algorithm did on a data set.
 *
 * @param spec the algorithm
 * @param fitSeconds wall time of the fit
 * @param recommendSeconds wall time of all lists, on one thread
 * @param peakBytes highest heap use while it worked, the data included
 * @param metrics by name and cutoff
 * @param slices the same for groups of people
 */
record Result(
        AlgorithmSpec spec,
        double fitSeconds,
        double recommendSeconds,
        long peakBytes,
        Map<String, Outcome> metrics,
        Map<String, Slice> slices) {
    /** The name that stands for all people instead of a slice. */
    static final String EVERYBODY = "everybody";

    private static final Slice NONE = new Slice(0, Map.of());

    /** A metric of a slice or of everybody. */
    Outcome outcome(String slice, String metric) {
        Map<String, Outcome> found = slice.equals(EVERYBODY)
                ? metrics
                : slices.getOrDefault(slice, NONE).metrics();
        return found.getOrDefault(metric, new Undefined("nobody in this group"));
    }

    /**
     * A group of people.
     *
     * @param users how many of them took something
     * @param metrics theirs
     */
    record Slice(int users, Map<String, Outcome> metrics) {}
}
