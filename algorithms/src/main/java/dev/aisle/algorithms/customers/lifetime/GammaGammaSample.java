package dev.aisle.algorithms.customers.lifetime;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The customers from whom spend is learnt, ordered by repeats, so that what depends on these alone is computed once for each number. */
final class GammaGammaSample {
    private final long[] repeats;
    private final double[] amounts;
    private final double[] logs;

    private GammaGammaSample(long[] repeats, double[] amounts, double[] logs) {
        this.repeats = repeats;
        this.amounts = amounts;
        this.logs = logs;
    }

    /** Those with a repeat purchase and an amount above 0. */
    static GammaGammaSample of(long[] x, double[] z) {
        int[] order = IntStream.range(0, x.length)
                .filter(n -> x[n] > 0 && z[n] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(n -> x[n]))
                .mapToInt(n -> n)
                .toArray();
        long[] repeats = new long[order.length];
        double[] amounts = new double[order.length];
        double[] logs = new double[order.length];
        for (int row = 0; row < order.length; row++) {
            repeats[row] = x[order[row]];
            amounts[row] = z[order[row]];
            logs[row] = Math.log(amounts[row]);
        }
        return new GammaGammaSample(repeats, amounts, logs);
    }

    long customers() {
        return repeats.length;
    }

    double meanAmount() {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount / amounts.length;
        }
        return sum;
    }

    double logLikelihood(GammaGamma model) {
        long known = 0;
        double ofCount = 0;
        double sum = 0;
        for (int row = 0; row < repeats.length; row++) {
            if (repeats[row] != known) {
                known = repeats[row];
                ofCount = model.countTerm(known);
            }
            sum += ofCount + model.amountTerm(known, amounts[row], logs[row]);
        }
        return sum;
    }
}
