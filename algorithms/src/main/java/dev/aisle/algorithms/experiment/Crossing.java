package dev.aisle.algorithms.experiment;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Walks a z statistic without effect from look to look. What hasn't crossed yet is kept as weights at the points of a Gauss quadrature over the region that
 * goes on, which is smooth there, so that few points are exact to twelve digits.
 */
final class Crossing {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int POINTS = 96;
    /** Remembers the points once they are found, which takes longer than all the rest. */
    private static final GaussIntegratorFactory QUADRATURE = new GaussIntegratorFactory();

    private final int sides;
    private final double far;
    private double share;
    private double[] at = {0};
    private double[] mass = {1};

    Crossing(int sides, double far) {
        this.sides = sides;
        this.far = far;
    }

    /** How likely it is to have gone on so far and then to be above a bound at the next look. */
    double at(double next, double bound) {
        double step = Math.sqrt(next - share);
        double sum = 0;
        for (int point = 0; point < at.length; point++) {
            double distance = bound * Math.sqrt(next) - at[point] * Math.sqrt(share);
            sum += mass[point] * NORMAL.cumulativeProbability(-distance / step);
        }
        return sum;
    }

    /** Goes on below the bound, and with two sides above its mirror. */
    void pass(double next, double bound) {
        double low = sides == 2 ? -bound : -far;
        GaussIntegrator points = QUADRATURE.legendre(POINTS, low, Math.max(low, bound));
        double[] fresh = new double[POINTS];
        double[] weights = new double[POINTS];
        double step = Math.sqrt(next - share);
        double scale = Math.sqrt(next) / step;
        for (int point = 0; point < POINTS; point++) {
            fresh[point] = points.getPoint(point);
            double density = 0;
            for (int before = 0; before < at.length; before++) {
                double distance = fresh[point] * Math.sqrt(next) - at[before] * Math.sqrt(share);
                density += mass[before] * NORMAL.density(distance / step);
            }
            weights[point] = density * scale * points.getWeight(point);
        }
        share = next;
        at = fresh;
        mass = weights;
    }
}
