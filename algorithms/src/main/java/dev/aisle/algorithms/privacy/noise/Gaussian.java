package dev.aisle.algorithms.privacy.noise;

/**
 * How much Gaussian noise a promise needs, by the analytic form, which holds for every ε (the classic bound only for ε &lt; 1, and with
 * more noise).
 *
 * @see <a href="https://arxiv.org/abs/1805.06530">Balle, Wang 2018, theorem 8</a>
 */
public final class Gaussian {
    private static final int HALVINGS = 200;

    private Gaussian() {}

    /**
     * The smallest standard deviation for which an answer is (ε, δ)-differentially private.
     *
     * @param sensitivity in the Euclidean norm; of q answers together, √q times that of one
     * @param epsilon 0 or more
     * @param delta in (0, 1)
     */
    public static double sigma(double sensitivity, double epsilon, double delta) {
        if (!(sensitivity > 0) || !(epsilon >= 0) || !(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("expected sensitivity > 0, epsilon ≥ 0 and 0 < delta < 1");
        }
        double low = 0;
        double high = 1;
        while (delta(high, epsilon) > delta) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (delta(middle, epsilon) > delta) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * sensitivity;
    }

    /**
     * How much better than by chance (0.5) the best guess between two neighbours is, after so many answers with independent noise:
     * Φ(√answers / 2σ) − 1/2, half of the total variation distance.
     *
     * @param sigma standard deviation for a sensitivity of 1, above 0
     */
    public static double advantage(double sigma, int answers) {
        if (!(sigma > 0) || answers < 0) {
            throw new IllegalArgumentException("expected sigma > 0 and answers ≥ 0");
        }
        return Normal.cumulative(Math.sqrt(answers) / (2 * sigma)) - 0.5;
    }

    /** Φ(1/2σ − εσ) − e^ε·Φ(−1/2σ − εσ) for sensitivity 1. */
    static double delta(double sigma, double epsilon) {
        double half = 1 / (2 * sigma);
        double shift = epsilon * sigma;
        return Normal.cumulative(half - shift) - Math.exp(epsilon) * Normal.cumulative(-half - shift);
    }
}
