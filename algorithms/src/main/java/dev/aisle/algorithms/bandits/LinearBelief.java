package dev.aisle.algorithms.bandits;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * What is believed of one arm whose reward is linear in the context: normal around A⁻¹b with covariance A⁻¹, where A = λI + Σ x xᵀ and b = Σ r x. The noise
 * of a reward has variance 1; whoever has another one scales.
 *
 * @see <a href="https://arxiv.org/abs/1209.3352">Agrawal, Goyal: Thompson sampling for contextual bandits with linear payoffs</a>
 */
public final class LinearBelief {
    private RealMatrix gram;
    private RealVector moments;

    /**
     * Nothing is known yet.
     *
     * @param features of a context
     * @param ridge λ, above 0
     */
    public LinearBelief(int features, double ridge) {
        gram = MatrixUtils.createRealIdentityMatrix(features).scalarMultiply(ridge);
        moments = new ArrayRealVector(features);
    }

    /** Learns a reward in a context. */
    public void learn(double[] context, double reward) {
        learn(context, 1, reward);
    }

    /**
     * Learns what came of one context many times.
     *
     * @param n how many times
     * @param sum of the rewards
     */
    public void learn(double[] context, double n, double sum) {
        RealVector x = new ArrayRealVector(context, false);
        gram = gram.add(new Array2DRowRealMatrix(x.outerProduct(x).getData(), false).scalarMultiply(n));
        moments = moments.add(x.mapMultiply(sum));
    }

    /** A⁻¹b. */
    public double[] mean() {
        return solver().solve(moments).toArray();
    }

    /** A⁻¹. */
    public double[][] covariance() {
        return solver().getInverse().getData();
    }

    /** The mean reward in a context, and the standard deviation of that mean. */
    public Expected in(double[] context) {
        RealVector x = new ArrayRealVector(context, false);
        DecompositionSolver solver = solver();
        return new Expected(solver.solve(moments).dotProduct(x), Math.sqrt(x.dotProduct(solver.solve(x))));
    }

    /** A mean and how far it may be off. */
    public record Expected(double mean, double deviation) {}

    private DecompositionSolver solver() {
        return new CholeskyDecomposition(gram).getSolver();
    }
}
