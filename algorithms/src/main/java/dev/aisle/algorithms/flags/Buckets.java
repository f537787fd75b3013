package dev.aisle.algorithms.flags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of [0, 1) belongs to which variation. */
public final class Buckets {
    private Buckets() {}

    /**
     * A part: from {@code start} to below {@code end}.
     */
    public record Range(double start, double end) {
        boolean holds(double hash) {
            return hash >= start && hash < end;
        }
    }

    /** Equal weights; none for fewer than one variation. */
    public static double[] equalWeights(int variations) {
        double[] weights = new double[Math.max(0, variations)];
        Arrays.fill(weights, 1.0 / Math.max(1, variations));
        return weights;
    }

    /**
     * The parts: variations stand one behind the other by their weights; coverage shortens each from its end, so that raising it moves nobody.
     *
     * @param coverage share of the units that take part; brought into [0, 1]
     * @param weights that sum to 1; others, and {@code null}, are taken as equal ones
     */
    public static List<Range> of(int variations, double coverage, double @Nullable [] weights) {
        double share = Math.clamp(coverage, 0, 1);
        double[] used = weights == null
                        || weights.length != variations
                        || Math.abs(Arrays.stream(weights).sum() - 1) > 0.01
                ? equalWeights(variations)
                : weights;
        List<Range> ranges = new ArrayList<>();
        double start = 0;
        for (double weight : used) {
            ranges.add(new Range(start, start + share * weight));
            start += weight;
        }
        return List.copyOf(ranges);
    }

    /** The variation of a hash; −1 where no part holds it. */
    public static int choose(double hash, List<Range> ranges) {
        for (int variation = 0; variation < ranges.size(); variation++) {
            if (ranges.get(variation).holds(hash)) {
                return variation;
            }
        }
        return -1;
    }
}
