package dev.aisle.algorithms.customers.lifetime;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Integrals of the positive functions from which the lifetime models are made. */
final class Quadrature {
    /** Gauss-Legendre on (−1, 1): the positive half, the other is its mirror. */
    private static final int ORDER = 8;

    private static final double[] NODES = new double[ORDER / 2];
    private static final double[] WEIGHTS = new double[ORDER / 2];

    private static final double PRECISION = 1e-10;
    private static final int FIRST_STEPS = 16;
    static final int MOST_HALVINGS = 8;
    private static final double NOTHING = 1e-18;

    static {
        for (int i = 0; i < ORDER / 2; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (ORDER + 0.5));
            double slope = 1;
            for (int newton = 0; newton < 8; newton++) {
                double before = 1;
                double value = x;
                for (int n = 2; n <= ORDER; n++) {
                    double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
                    before = value;
                    value = next;
                }
                slope = ORDER * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private Quadrature() {}

    /**
     * {@code log ∫ (α+y)^−A (β+y)^−B dy} from {@code from} to {@code to}, for positive α, β, A, B. In {@code w = log(m+y)} with
     * m the smaller of α and β the integrand has no singularity nearer than π, so that short panels give fifteen
     * digits; they end where nothing is left to add.
     */
    static double logPowers(double from, double to, double alpha, double a, double beta, double b) {
        double m = Math.min(alpha, beta);
        double end = Math.log(m + to);
        double w = Math.log(m + from);
        double scale = -a * Math.log(alpha + from) - b * Math.log(beta + from) + w;
        double sum = 0;
        while (w < end) {
            double y = Math.exp(w);
            // The rates grow at most e-fold a unit of w.
            double rate = a * y / (alpha - m + y) + b * y / (beta - m + y);
            double width = Math.min(Math.min(1, 3 / rate), end - w);
            double panel = 0;
            for (int i = 0; i < ORDER / 2; i++) {
                panel += WEIGHTS[i]
                        * (power(w + width / 2 * (1 - NODES[i]), m, alpha, a, beta, b, scale)
                                + power(w + width / 2 * (1 + NODES[i]), m, alpha, a, beta, b, scale));
            }
            panel *= width / 2;
            sum += panel;
            w += width;
            if (panel < NOTHING * sum) {
                break;
            }
        }
        return Math.log(sum) + scale;
    }

    private static double power(double w, double m, double alpha, double a, double beta, double b, double scale) {
        double y = Math.exp(w);
        return Math.exp(-a * Math.log(alpha - m + y) - b * Math.log(beta - m + y) + w - scale);
    }

    /** {@code ∫ f(s) ds} over s &gt; 0 for a smooth f that falls exponentially: double exponential, {@code s = e^(π/2·sinh u)}. */
    static double overHalfLine(DoubleUnaryOperator f) {
        return trapezoid(
                u -> {
                    double s = Math.exp(Math.PI / 2 * Math.sinh(u));
                    double height = f.applyAsDouble(s);
                    return height == 0 ? 0 : height * s * Math.PI / 2 * Math.cosh(u);
                },
                -4,
                2.2);
    }

    static double trapezoid(DoubleUnaryOperator f, double from, double to) {
        return trapezoid(halving -> number -> f.applyAsDouble(node(halving, number, from, to)), to - from);
    }

    /**
     * Halves the step until the sum stays; what a double exponential sum then still changes is the square of its last change.
     *
     * @param heights the function at the nodes that a halving adds, by their number
     * @param width of the interval
     */
    static double trapezoid(IntFunction<IntToDoubleFunction> heights, double width) {
        double step = width / FIRST_STEPS;
        double sum = sum(heights, 0);
        double last = sum * step;
        for (int halving = 1; halving <= MOST_HALVINGS; halving++) {
            sum += sum(heights, halving);
            step /= 2;
            double now = sum * step;
            if (Math.abs(now - last) <= PRECISION * Math.abs(now)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static double sum(IntFunction<IntToDoubleFunction> heights, int halving) {
        IntToDoubleFunction height = heights.apply(halving);
        double sum = 0;
        for (int number = 0; number < added(halving); number++) {
            sum += height.applyAsDouble(number);
        }
        return sum;
    }

    /** How many nodes a halving adds; 0 stands for the first nodes. */
    static int added(int halving) {
        return halving == 0 ? FIRST_STEPS + 1 : FIRST_STEPS << (halving - 1);
    }

    /** Where a node lies. */
    static double node(int halving, int number, double from, double to) {
        double step = (to - from) / FIRST_STEPS / (1 << Math.max(0, halving - 1));
        return from + (halving == 0 ? number : number + 0.5) * step;
    }
}
