package dev.aisle.algorithms.privacy.guard;

import java.util.Map;
import java.util.SortedMap;

/**
 * One exact number that rests on people.
 *
 * @param value the exact sum, each person's part clipped at {@code most}
 * @param most the largest part that one person may have in it, above 0
 */
public record Figure(double value, double most) {
    private static final double CLIPPED_ABOVE = 0.99;
    private static final double[] STEPS = {1, 2, 5, 10};

    public Figure {
        if (!Double.isFinite(value) || !(most > 0) || !Double.isFinite(most)) {
            throw new IllegalArgumentException("expected a finite value and a largest part above 0");
        }
    }

    /** A number of people: each counts once. */
    public static Figure people(long people) {
        return new Figure(people, 1);
    }

    /**
     * A sum of whole amounts, each person's clipped at {@link #most}.
     *
     * @param peopleByAmount how many people have which amount, 0 or more
     */
    public static Figure sum(SortedMap<Long, Long> peopleByAmount) {
        return sum(peopleByAmount, most(peopleByAmount));
    }

    /** The same, each person's amount clipped at {@code most}: sums that are compared are clipped alike. */
    public static Figure sum(SortedMap<Long, Long> peopleByAmount, double most) {
        double sum = 0;
        for (Map.Entry<Long, Long> one : peopleByAmount.entrySet()) {
            sum += Math.min(one.getKey(), most) * one.getValue();
        }
        return new Figure(sum, most);
    }

    /** The 99th percentile of those who have any amount, rounded up by {@link #limit}; 1 when nobody has. */
    public static double most(SortedMap<Long, Long> peopleByAmount) {
        return most(peopleByAmount, CLIPPED_ABOVE);
    }

    /** The same at another quantile, 0 to 1. */
    public static double most(SortedMap<Long, Long> peopleByAmount, double quantile) {
        SortedMap<Long, Long> any = peopleByAmount.tailMap(1L);
        long having = any.values().stream().mapToLong(n -> n).sum();
        long rank = (long) Math.ceil(quantile * having);
        double most = 1;
        for (Map.Entry<Long, Long> one : any.entrySet()) {
            most = rank > 0 ? limit(one.getKey()) : most;
            rank -= one.getValue();
        }
        return most;
    }

    /**
     * The limit for parts of a sum: the given quantile rounded up to 1, 2 or 5 times a power of ten, so that the limit, which is published, is
     * nobody's amount.
     */
    public static double limit(double quantile) {
        if (!(quantile > 1)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(quantile)));
        for (double step : STEPS) {
            if (step * power >= quantile) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
