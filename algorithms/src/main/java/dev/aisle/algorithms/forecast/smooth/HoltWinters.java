package dev.aisle.algorithms.forecast.smooth;

import dev.aisle.algorithms.forecast.series.Series;
import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Fits the smoothing parameters of Holt and Winters by least squares of one-step errors, from R's starting state and guesses
 * (α 0.3, β 0.1, γ 0.1), each between 0 and 1. The search runs in the series' own unit: two optima are often nearly alike, and the last
 * bit of a value would else decide between them, so that cents were forecast otherwise than euros.
 *
 * @see <a href="https://stat.ethz.ch/R-manual/R-devel/library/stats/html/HoltWinters.html">R: HoltWinters</a>
 */
public final class HoltWinters {
    private static final double[] GUESS = {0.3, 0.1, 0.1};
    private static final double RADIUS = 0.09;
    private static final double END = 1e-8;
    private static final int EVALUATIONS = 3000;

    private final HoltWintersModel model;
    private final HoltWintersRecursion recursion;
    private double best = Double.POSITIVE_INFINITY;
    private double[] parameters;
    private double scale = 1;

    private HoltWinters(Series series, HoltWintersModel model) {
        this.model = model;
        Series own = series.inItsOwnUnit();
        recursion = new HoltWintersRecursion(own, model, HoltWintersStart.of(own, model));
        parameters = Arrays.copyOf(GUESS, model.parameters());
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException when there are too few values for the start, or a season multiplies and a value isn't
     *     above 0
     */
    public static HoltWintersFit fit(Series series, HoltWintersModel model) {
        HoltWintersStart start = HoltWintersStart.of(series, model);
        double[] found = new HoltWinters(series, model).search();
        return at(series, model, start, found[0], beta(model, found), gamma(model, found));
    }

    /** Runs with given parameters and start; nothing is searched. */
    public static HoltWintersFit at(
            Series series, HoltWintersModel model, HoltWintersStart start, double alpha, double beta, double gamma) {
        return HoltWintersFit.of(new HoltWintersRecursion(series, model, start), alpha, beta, gamma);
    }

    private double[] search() {
        double guess = squares(parameters);
        if (guess > 0) {
            scale = guess;
            if (parameters.length == 1) {
                brent();
            } else {
                bobyqa();
            }
        }
        return parameters;
    }

    private void brent() {
        new BrentOptimizer(END, END)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(alpha -> squares(new double[] {alpha})),
                        new SearchInterval(0, 1, parameters[0]));
    }

    private void bobyqa() {
        int n = parameters.length;
        double[] upper = new double[n];
        Arrays.fill(upper, 1);
        try {
            new BOBYQAOptimizer(2 * n + 1, RADIUS, END)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            GoalType.MINIMIZE,
                            new ObjectiveFunction(this::squares),
                            new InitialGuess(parameters),
                            new SimpleBounds(new double[n], upper));
        } catch (MathIllegalStateException stopped) {
            // The search ends so when rounding leaves it no better step; the best place it saw is what counts, and is
            // kept.
            scale = best;
        }
    }

    /** The sum of squares over that of the guess; remembers the best place. */
    private double squares(double[] x) {
        double found = recursion.run(x[0], beta(model, x), gamma(model, x)) / scale;
        if (found * scale < best) {
            best = found * scale;
            parameters = x.clone();
        }
        return found;
    }

    private static double beta(HoltWintersModel model, double[] x) {
        return model.trend() ? x[1] : 0;
    }

    private static double gamma(HoltWintersModel model, double[] x) {
        return model.seasonal() ? x[x.length - 1] : 0;
    }
}
