package dev.aisle.algorithms.privacy.noise;

/** What answers cost together. */
public final class Composition {
    private static final int STEPS = 32;
    private static final int HALVINGS = 60;

    private Composition() {}

    /**
     * Basic composition: the ε that each of so many answers may have.
     *
     * @see <a href="https://doi.org/10.1561/0400000042">Dwork, Roth 2014, theorem 3.16</a>
     */
    public static double epsilonEach(double epsilonTotal, int answers) {
        requireAnswers(answers);
        return epsilonTotal / answers;
    }

    /**
     * Advanced composition: the δ at which k answers, each with Laplace noise of {@code b = 1/epsilonEach}, are (ε, δ)-differentially
     * private together. Not a general bound: it composes the distribution of the privacy loss, and the grid's connected dots make it
     * an upper bound.
     *
     * @see <a href="https://arxiv.org/abs/2207.04380">Doroshenko, Ghazi, Kamath, Kumar, Manurangsi 2022, "Connect the Dots"</a>
     */
    public static double laplaceDelta(double epsilonEach, int answers, double epsilon) {
        requireAnswers(answers);
        double[] loss = Convolution.power(laplaceLoss(epsilonEach), answers);
        double grid = epsilonEach / STEPS;
        double delta = 0;
        for (int i = 0; i < loss.length; i++) {
            double value = (i - (double) STEPS * answers) * grid;
            if (value > epsilon) {
                delta += Math.max(loss[i], 0) * -Math.expm1(epsilon - value);
            }
        }
        return delta;
    }

    /** The smallest scale of Laplace noise with which so many answers are (ε, δ)-differentially private together. */
    public static double laplaceScale(double sensitivity, double epsilon, double delta, int answers) {
        requireAnswers(answers);
        // Basic composition is enough always, and the ε of a single answer is needed always.
        double low = 1 / epsilon / 2;
        double high = answers / epsilon;
        for (int i = 0; i < HALVINGS && high - low > 1e-9 * high; i++) {
            double middle = (low + high) / 2;
            if (laplaceDelta(1 / middle, answers, epsilon) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * sensitivity;
    }

    /**
     * The privacy loss of one answer, on a grid of 2·STEPS + 1 points from −ε₀ to ε₀: the distribution whose δ(ε) is that of Laplace at
     * the points, and a straight line in e^ε between them, hence never below.
     */
    private static double[] laplaceLoss(double epsilonEach) {
        int count = 2 * STEPS + 1;
        double[] mass = new double[count];
        double slopeBefore = -1;
        for (int i = 0; i < count; i++) {
            double here = (i - STEPS) * epsilonEach / STEPS;
            double next = (i + 1 - STEPS) * epsilonEach / STEPS;
            double slopeAfter = i == count - 1
                    ? 0
                    : (delta(next, epsilonEach) - delta(here, epsilonEach)) / (Math.exp(next) - Math.exp(here));
            mass[i] = Math.exp(here) * (slopeAfter - slopeBefore);
            slopeBefore = slopeAfter;
        }
        return mass;
    }

    /** δ(ε) of one Laplace answer, for |ε| ≤ ε₀: 1 − e^((ε − ε₀)/2). */
    private static double delta(double epsilon, double epsilonEach) {
        return -Math.expm1((epsilon - epsilonEach) / 2);
    }

    private static void requireAnswers(int answers) {
        if (answers < 1) {
            throw new IllegalArgumentException("answers: expected 1 or more");
        }
    }
}
