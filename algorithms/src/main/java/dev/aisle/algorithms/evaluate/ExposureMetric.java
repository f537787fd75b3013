package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the lists together spread over the catalogue. */
public enum ExposureMetric {
    /** Share of the items that anybody was shown. */
    COVERAGE("coverage", "no item in the catalogue") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
            long distinct = Arrays.stream(e.shown).filter(n -> n > 0).count();
            return ratio((double) distinct, e.shown.length);
        }
    },
    /** Concentration over all items, 0 all alike to 1: Σ (2 i − n − 1) c_i / (n Σ c), counts c ascending, i from 1. */
    GINI("gini", "nothing was shown") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
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
        OptionalDouble of(Exposure e, Surroundings known) {
            double total = Arrays.stream(e.shown).sum();
            double bits = 0;
            for (long n : e.shown) {
                bits -= n == 0 ? 0 : n / total * (Math.log(n / total) / Math.log(2));
            }
            return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(bits);
        }
    },
    /** Parity of exposure of head and long tail: deviation / mean of the two shares shown / (lists × items of the group). */
    POP_RSP("poprsp", "head or long tail is empty") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
            return e.parityOfExposure(known.catalogue.headAndTail());
        }
    },
    /** Parity of recall of head and long tail: deviation / mean of the two shares hits / relevant items of the group. */
    POP_REO("popreo", "nobody took anything of the head or of the long tail, or nothing was hit") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
            return e.parityOfRecall(known.catalogue.headAndTail());
        }
    },
    /** Parity of exposure of the price levels. */
    PRICE_PARITY("pricersp", "fewer than two price levels") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
            return e.parityOfExposure(known.traits.prices().orElseThrow());
        }
    },
    /** Parity of exposure of the brands. */
    BRAND_PARITY("brandrsp", "fewer than two brands") {
        @Override
        OptionalDouble of(Exposure e, Surroundings known) {
            return e.parityOfExposure(known.traits.brands().orElseThrow());
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

    /** What the metric needs and isn't known, if so. */
    Optional<String> missing(Surroundings known) {
        return switch (this) {
            case COVERAGE, GINI, ENTROPY -> Optional.empty();
            case POP_RSP, POP_REO -> known.withoutPopularity();
            case PRICE_PARITY -> unless(known.traits.prices().isPresent(), "no prices of the items are known");
            case BRAND_PARITY -> unless(known.traits.brands().isPresent(), "no brands of the items are known");
        };
    }

    private static Optional<String> unless(boolean known, String reason) {
        return known ? Optional.empty() : Optional.of(reason);
    }

    abstract OptionalDouble of(Exposure exposure, Surroundings known);

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
