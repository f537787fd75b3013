package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How the lists together spread over the catalogue. */
public enum ExposureMetric {
    /** Share of the items that anybody was shown. */
    COVERAGE("coverage", "no item in the catalogue") {
        @Override
        OptionalDouble of(Exposure e, Catalogue catalogue) {
            long distinct = Arrays.stream(e.shown).filter(n -> n > 0).count();
            return ratio((double) distinct, e.itemCount);
        }
    },
    /** Concentration over all items, 0 all alike to 1: Σ (2 i − n − 1) c_i / (n Σ c), counts c ascending, i from 1. */
    GINI("gini", "nothing was shown") {
        @Override
        OptionalDouble of(Exposure e, Catalogue catalogue) {
            long[] counts = e.shown.clone();
            Arrays.sort(counts);
            double sum = 0;
            long total = 0;
            for (int i = 0; i < counts.length; i++) {
                sum += (2.0 * (i + 1) - counts.length - 1) * counts[i];
                total += counts[i];
            }
            return ratio(sum, (double) counts.length * total);
        }
    },
    /** Shannon entropy of what was shown, in bits. */
    ENTROPY("entropy", "nothing was shown") {
        @Override
        OptionalDouble of(Exposure e, Catalogue catalogue) {
            double total = Arrays.stream(e.shown).sum();
            double bits = 0;
            for (long n : e.shown) {
                bits -= n == 0 ? 0 : n / total * (Math.log(n / total) / Math.log(2));
            }
            return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(bits);
        }
    },
    /** Parity of exposure of head and long tail: deviation / mean of the two shares shown / (lists × items of the group). 0 is parity. */
    POP_RSP("poprsp", "head or long tail is empty") {
        @Override
        OptionalDouble of(Exposure e, Catalogue catalogue) {
            int head = catalogue.itemCount() - catalogue.tailSize();
            return relativeDeviation(
                    ratio(e.headShown, e.lists * head), ratio(e.tailShown, e.lists * catalogue.tailSize()));
        }
    },
    /** Parity of recall of head and long tail: deviation / mean of the two shares hits / relevant items of the group. 0 is parity. */
    POP_REO("popreo", "nobody took anything of the head or of the long tail, or nothing was hit") {
        @Override
        OptionalDouble of(Exposure e, Catalogue catalogue) {
            return relativeDeviation(ratio(e.headHits, e.headRelevant), ratio(e.tailHits, e.tailRelevant));
        }
    };

    private final String label;
    private final String undefinedReason;

    ExposureMetric(String label, String undefinedReason) {
        this.label = label;
        this.undefinedReason = undefinedReason;
    }

    /** The name in reports, before {@code @k}. */
    public String label() {
        return label;
    }

    /** Why there is no value, when there is none. */
    String undefinedReason() {
        return undefinedReason;
    }

    /** Whether the metric needs to know the popularity in training. */
    boolean needsPopularity() {
        return this == POP_RSP || this == POP_REO;
    }

    abstract OptionalDouble of(Exposure exposure, Catalogue catalogue);

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    private static OptionalDouble relativeDeviation(OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = (a.getAsDouble() + b.getAsDouble()) / 2;
        return ratio(Math.abs(a.getAsDouble() - b.getAsDouble()) / 2, mean);
    }
}
