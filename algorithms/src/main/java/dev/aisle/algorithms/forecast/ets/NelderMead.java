package dev.aisle.algorithms.forecast.ets;

import java.util.function.ToDoubleFunction;

/**
 * Nelder and Mead's search after Nash, with the start, steps and stop that R's optim has: which model AICc chooses depends on
 * where the search ends, so another variant (such as Hipparchus') would choose others. Allocates only its simplex.
 *
 * @see <a href="https://doi.org/10.1201/9781315139784">Nash, Compact Numerical Methods for Computers, 2nd ed., algorithm 19</a>
 */
final class NelderMead {
    private static final double BIG = 1e35;
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));
    private static final double SHRINK = 0.5;
    private static final double EXPAND = 2;
    private static final double FIRST_STEP = 0.1;

    private final ToDoubleFunction<double[]> function;
    private final int n;
    private final int most;
    private final double[][] vertex;
    private final double[] value;
    private final double[] centre;
    private final double[] trial;
    private final double[] reflected;
    private int evaluations;
    private int low;
    private int high;
    private double size;

    private NelderMead(ToDoubleFunction<double[]> function, int n, int most) {
        this.function = function;
        this.n = n;
        this.most = most;
        vertex = new double[n + 1][n];
        value = new double[n + 1];
        centre = new double[n];
        trial = new double[n];
        reflected = new double[n];
    }

    /**
     * Searches a minimum.
     *
     * @param function may be infinite, but not at the start
     * @param start left as it is
     * @param most evaluations, about
     * @return the best place found
     */
    static double[] minimise(ToDoubleFunction<double[]> function, double[] start, int most) {
        return new NelderMead(function, start.length, most).search(start);
    }

    private double[] search(double[] start) {
        vertex[0] = start.clone();
        value[0] = evaluate(start);
        double stop = TOLERANCE * (Math.abs(value[0]) + TOLERANCE);
        spread(start);
        double before = size;
        evaluateAllButLow();
        while (true) {
            rank();
            if (value[high] <= value[low] + stop || evaluations > most) {
                return vertex[low];
            }
            if (!step()) {
                shrink();
                if (size >= before) {
                    return vertex[low];
                }
                before = size;
                evaluateAllButLow();
            }
        }
    }

    private double evaluate(double[] place) {
        evaluations++;
        double found = function.applyAsDouble(place);
        return Double.isFinite(found) ? found : BIG;
    }

    /** A vertex per axis, a tenth of the largest coordinate away. */
    private void spread(double[] start) {
        double step = 0;
        for (double x : start) {
            step = Math.max(step, FIRST_STEP * Math.abs(x));
        }
        if (step == 0) {
            step = FIRST_STEP;
        }
        for (int j = 1; j <= n; j++) {
            vertex[j] = start.clone();
            double moved = step;
            while (vertex[j][j - 1] == start[j - 1]) {
                vertex[j][j - 1] = start[j - 1] + moved;
                moved *= 10;
            }
            size += moved;
        }
    }

    private void evaluateAllButLow() {
        for (int j = 0; j <= n; j++) {
            if (j != low) {
                value[j] = evaluate(vertex[j]);
            }
        }
    }

    private void rank() {
        high = low;
        for (int j = 0; j <= n; j++) {
            if (value[j] < value[low]) {
                low = j;
            }
            if (value[j] > value[high]) {
                high = j;
            }
        }
    }

    /** Reflects the worst vertex, then expands, or contracts even after a better one, as Nash does; false when nothing helped. */
    private boolean step() {
        for (int i = 0; i < n; i++) {
            double sum = -vertex[high][i];
            for (int j = 0; j <= n; j++) {
                sum += vertex[j][i];
            }
            centre[i] = sum / n;
            reflected[i] = 2 * centre[i] - vertex[high][i];
        }
        double found = evaluate(reflected);
        if (found < value[low]) {
            between(reflected, EXPAND);
            double further = evaluate(trial);
            replace(further < found ? trial : reflected, Math.min(further, found));
            return true;
        }
        boolean better = found < value[high];
        if (better) {
            replace(reflected, found);
        }
        between(vertex[high], SHRINK);
        double nearer = evaluate(trial);
        if (nearer < value[high]) {
            replace(trial, nearer);
            return true;
        }
        return better;
    }

    private void between(double[] end, double share) {
        for (int i = 0; i < n; i++) {
            trial[i] = share * end[i] + (1 - share) * centre[i];
        }
    }

    private void replace(double[] by, double with) {
        System.arraycopy(by, 0, vertex[high], 0, n);
        value[high] = with;
    }

    private void shrink() {
        size = 0;
        for (int j = 0; j <= n; j++) {
            for (int i = 0; j != low && i < n; i++) {
                vertex[j][i] = SHRINK * (vertex[j][i] - vertex[low][i]) + vertex[low][i];
                size += Math.abs(vertex[j][i] - vertex[low][i]);
            }
        }
    }
}
