package dev.aisle.algorithms.bandits;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Optimism with a linear model of the context for each arm, apart from the others (disjoint).
 *
 * @see <a href="https://arxiv.org/abs/1003.0146">Li, Chu, Langford, Schapire 2010</a>, algorithm 1
 */
public final class LinUcb {
    private final RealMatrix[] gram;
    private final RealVector[] moments;
    private final double alpha;

    /**
     * Arms of which nothing is known yet.
     *
     * @param features of a context
     * @param alpha how much uncertainty is worth, ≥ 0
     * @param ridge of the regression, above 0
     */
    public LinUcb(int arms, int features, double alpha, double ridge) {
        this.alpha = alpha;
        gram = new RealMatrix[arms];
        moments = new RealVector[arms];
        for (int arm = 0; arm < arms; arm++) {
            gram[arm] = MatrixUtils.createRealIdentityMatrix(features).scalarMultiply(ridge);
            moments[arm] = new ArrayRealVector(features);
        }
    }

    /** Learns that an arm brought a reward in a context. */
    public void learn(int arm, double[] context, double reward) {
        RealVector x = new ArrayRealVector(context, false);
        gram[arm] = gram[arm].add(new Array2DRowRealMatrix(x.outerProduct(x).getData(), false));
        moments[arm] = moments[arm].add(x.mapMultiply(reward));
    }

    /** What each arm is worth in a context: θ·x + α √(x A⁻¹ x). */
    public double[] bounds(double[] context) {
        RealVector x = new ArrayRealVector(context, false);
        double[] bounds = new double[gram.length];
        for (int arm = 0; arm < bounds.length; arm++) {
            var solver = new CholeskyDecomposition(gram[arm]).getSolver();
            double spread = x.dotProduct(solver.solve(x));
            bounds[arm] = solver.solve(moments[arm]).dotProduct(x) + alpha * Math.sqrt(spread);
        }
        return bounds;
    }
}
