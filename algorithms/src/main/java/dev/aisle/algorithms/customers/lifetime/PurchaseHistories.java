package dev.aisle.algorithms.customers.lifetime;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Many customers, equal ones counted: what a fit reads. Ordered by repeats, so that what depends on them alone is computed once for
 * all who have the same.
 */
public final class PurchaseHistories {
    private static final Comparator<PurchaseHistory> ORDER = Comparator.comparingLong(PurchaseHistory::repeats)
            .thenComparingDouble(PurchaseHistory::lastTime)
            .thenComparingDouble(PurchaseHistory::age);

    final long[] repeats;
    final double[] lastTimes;
    final double[] ages;
    final double[] weights;
    private final long customers;

    private PurchaseHistories(PurchaseHistory[] sorted, int[] starts, long customers) {
        int rows = starts.length - 1;
        repeats = new long[rows];
        lastTimes = new double[rows];
        ages = new double[rows];
        weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            PurchaseHistory history = sorted[starts[row]];
            repeats[row] = history.repeats();
            lastTimes[row] = history.lastTime();
            ages[row] = history.age();
            weights[row] = starts[row + 1] - starts[row];
        }
        this.customers = customers;
    }

    /** @throws IllegalArgumentException without a customer */
    public static PurchaseHistories of(Collection<PurchaseHistory> histories) {
        PurchaseHistory[] sorted = histories.toArray(PurchaseHistory[]::new);
        if (sorted.length == 0) {
            throw new IllegalArgumentException("x: expected at least one customer");
        }
        Arrays.sort(sorted, ORDER);
        int[] starts = new int[sorted.length + 1];
        int rows = 0;
        for (int n = 0; n < sorted.length; n++) {
            if (n == 0 || ORDER.compare(sorted[n - 1], sorted[n]) != 0) {
                starts[rows++] = n;
            }
        }
        starts[rows] = sorted.length;
        return new PurchaseHistories(sorted, Arrays.copyOf(starts, rows + 1), sorted.length);
    }

    /**
     * From columns of one length.
     *
     * @throws IllegalArgumentException when they differ in length or hold what can't be
     */
    public static PurchaseHistories of(long[] x, double[] lastTimes, double[] ages) {
        if (x.length != lastTimes.length || x.length != ages.length) {
            throw new IllegalArgumentException("x, t_x, T: expected lists of one length");
        }
        PurchaseHistory[] histories = new PurchaseHistory[x.length];
        for (int n = 0; n < x.length; n++) {
            histories[n] = new PurchaseHistory(x[n], lastTimes[n], ages[n]);
        }
        return of(Arrays.asList(histories));
    }

    private PurchaseHistories(PurchaseHistories all, int stride) {
        int rows = (all.rows() + stride - 1) / stride;
        repeats = new long[rows];
        lastTimes = new double[rows];
        ages = new double[rows];
        weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            repeats[row] = all.repeats[row * stride];
            lastTimes[row] = all.lastTimes[row * stride];
            ages[row] = all.ages[row * stride];
            weights[row] = all.weights[row * stride];
        }
        customers = all.customers;
    }

    /** At most so many of the rows, taken evenly: enough to find where a long search should begin. */
    PurchaseHistories thinned(int most) {
        return rows() <= most ? this : new PurchaseHistories(this, (rows() + most - 1) / most);
    }

    /** Customers. */
    public long customers() {
        return customers;
    }

    /** Customers that differ from each other. */
    public int rows() {
        return repeats.length;
    }

    /** Mean age, the scale of time from which a search starts. */
    double meanAge() {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < rows(); row++) {
            sum += weights[row] * ages[row];
            weight += weights[row];
        }
        return sum / weight;
    }
}
