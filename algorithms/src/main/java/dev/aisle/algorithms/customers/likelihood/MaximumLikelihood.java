package dev.aisle.algorithms.customers.likelihood;

import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Maximises a log-likelihood of positive parameters: Nelder-Mead in their logarithms, begun anew from where it stopped until that
 * gains nothing, since a simplex can fold up before it is at the top. A likelihood that grows without end, as without any variation
 * between people, stops at a wall near {@code e^±WALL} times the start.
 */
public final class MaximumLikelihood {
    private static final double WALL = 12;
    private static final double STEEPNESS = 1e3;
    private static final double NOT_A_VALUE = -1e300;
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-8;
    private static final double GAIN = 1e-6;
    private static final int MOST_EVALUATIONS = 4_000;
    private static final int MOST_STARTS = 8;

    private MaximumLikelihood() {}

    /**
     * Where the likelihood is greatest.
     *
     * @param logLikelihood of the parameters; what isn't finite counts as impossible
     * @param start all &gt; 0
     * @param step first steps, as a part of e: 1 for a far search, 0.05 when the start is near
     * @return the parameters, all &gt; 0
     */
    public static double[] of(ToDoubleFunction<double[]> logLikelihood, double[] start, double step) {
        ObjectiveFunction objective = new ObjectiveFunction(logs -> walled(logLikelihood, logs, start));
        double[] at = new double[start.length];
        double best = Double.NEGATIVE_INFINITY;
        double width = step;
        for (int n = 0; n < MOST_STARTS; n++) {
            PointValuePair found = new SimplexOptimizer(new SimpleValueChecker(RELATIVE, ABSOLUTE))
                    .optimize(
                            objective,
                            GoalType.MAXIMIZE,
                            new InitialGuess(at),
                            new MaxEval(MOST_EVALUATIONS * start.length),
                            new NelderMeadSimplex(start.length, width));
            at = found.getPoint();
            boolean gained = found.getValue() - best > GAIN;
            best = found.getValue();
            if (!gained) {
                break;
            }
            width = step / 4;
        }
        return scaled(at, start);
    }

    private static double walled(ToDoubleFunction<double[]> logLikelihood, double[] logs, double[] start) {
        double beyond = 0;
        double[] inside = logs.clone();
        for (int i = 0; i < logs.length; i++) {
            inside[i] = Math.clamp(logs[i], -WALL, WALL);
            beyond += Math.abs(logs[i] - inside[i]);
        }
        double value = logLikelihood.applyAsDouble(scaled(inside, start));
        return Double.isFinite(value) ? value - STEEPNESS * beyond : NOT_A_VALUE;
    }

    private static double[] scaled(double[] logs, double[] start) {
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = start[i] * Math.exp(Math.clamp(logs[i], -WALL, WALL));
        }
        return parameters;
    }
}
