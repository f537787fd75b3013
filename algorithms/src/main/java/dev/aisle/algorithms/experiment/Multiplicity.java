package dev.aisle.algorithms.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Adjusts p-values of several questions to one experiment, so that chance isn't found more often for the number of questions. */
public enum Multiplicity {
    /** Holm 1979: the chance of any false finding stays below the level. */
    HOLM_BONFERRONI(false) {
        @Override
        double raised(double p, int rank, int count) {
            return p * (count - rank);
        }
    },
    /** The same where the tests don't depend on each other. */
    HOLM_SIDAK(false) {
        @Override
        double raised(double p, int rank, int count) {
            return sidak(p, count - rank);
        }
    },
    /** Hochberg 1988: steps up; sharper than Holm for tests that go with each other. */
    HOCHBERG_BONFERRONI(true) {
        @Override
        double raised(double p, int rank, int count) {
            return p * (count - rank);
        }
    },
    /** The same with Šidák's factors. */
    HOCHBERG_SIDAK(true) {
        @Override
        double raised(double p, int rank, int count) {
            return sidak(p, count - rank);
        }
    },
    /** Benjamini, Hochberg 1995: the share of false ones among the findings stays below the level. */
    BENJAMINI_HOCHBERG(true) {
        @Override
        double raised(double p, int rank, int count) {
            return p * count / (rank + 1);
        }
    },
    /** Benjamini, Yekutieli 2001: the same however the tests depend on each other. */
    BENJAMINI_YEKUTIELI(true) {
        @Override
        double raised(double p, int rank, int count) {
            double harmonic =
                    IntStream.rangeClosed(1, count).mapToDouble(n -> 1.0 / n).sum();
            return p * count * harmonic / (rank + 1);
        }
    };

    private final boolean up;

    Multiplicity(boolean up) {
        this.up = up;
    }

    /** What the p-value of this rank, from 0 at the least, is worth among so many. */
    abstract double raised(double p, int rank, int count);

    private static double sidak(double p, int times) {
        return -Math.expm1(times * Math.log1p(-p));
    }

    /**
     * The adjusted p-values.
     *
     * @param p each from 0 to 1
     * @return in the order given, each from 0 to 1
     */
    public double[] adjust(double[] p) {
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        // The greatest p-value stays what it is in most methods; a rounding mustn't lower it.
        Arrays.setAll(adjusted, rank -> {
            double own = p[ascending[rank]];
            return Math.max(own, Math.min(1, raised(own, rank, p.length)));
        });
        if (up) {
            for (int rank = p.length - 2; rank >= 0; rank--) {
                adjusted[rank] = Math.min(adjusted[rank], adjusted[rank + 1]);
            }
        } else {
            for (int rank = 1; rank < p.length; rank++) {
                adjusted[rank] = Math.max(adjusted[rank], adjusted[rank - 1]);
            }
        }
        double[] inOrder = new double[p.length];
        for (int rank = 0; rank < p.length; rank++) {
            inOrder[ascending[rank]] = adjusted[rank];
        }
        return inOrder;
    }
}
