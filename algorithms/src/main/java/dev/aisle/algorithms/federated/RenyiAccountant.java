package dev.aisle.algorithms.federated;

/**
 * Counts what Gaussian releases about people cost together, in Rényi differential privacy of whole orders from 2 on. A release takes each person
 * with the same chance, apart from the others (Poisson sampling); with chance 1 it is the plain Gaussian mechanism. Neighbours differ by one person
 * more or less.
 *
 * @see <a href="https://arxiv.org/abs/1908.10530">Mironov, Talwar, Zhang 2019, eq. 3 for whole orders</a>
 * @see <a href="https://arxiv.org/abs/2004.00010">Canonne, Kamath, Steinke 2020, proposition 12: from Rényi to (ε, δ)</a>
 */
public final class RenyiAccountant {
    private static final int[] ORDERS = orders();

    private final double[] spent = new double[ORDERS.length];

    private static int[] orders() {
        int[] orders = new int[259];
        for (int n = 0; n < 255; n++) {
            orders[n] = n + 2;
        }
        for (int n = 255; n < orders.length; n++) {
            orders[n] = orders[n - 1] * 2;
        }
        return orders;
    }

    /**
     * Adds releases.
     *
     * @param noise standard deviation in multiples of the sensitivity, &gt; 0
     * @param chance of each person to take part, in (0, 1]
     * @param releases how many, ≥ 0
     */
    public RenyiAccountant add(double noise, double chance, int releases) {
        if (!(noise > 0) || !(chance > 0 && chance <= 1) || releases < 0) {
            throw new IllegalArgumentException("expected noise > 0, 0 < chance ≤ 1 and releases ≥ 0; were " + noise
                    + ", " + chance + ", " + releases);
        }
        for (int n = 0; n < ORDERS.length; n++) {
            spent[n] += releases * divergence(ORDERS[n], noise, chance);
        }
        return this;
    }

    /**
     * The smallest ε that is proved at a δ.
     *
     * @param delta in (0, 1)
     */
    public double epsilon(double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("expected 0 < delta < 1, was " + delta);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int n = 0; n < ORDERS.length; n++) {
            double order = ORDERS[n];
            double epsilon = spent[n] + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
            least = Math.min(least, epsilon);
        }
        return Math.max(0, least);
    }

    /** Rényi divergence of a whole order of one release: {@code ln Σ_k C(α,k) (1−q)^(α−k) q^k e^((k²−k)/2σ²) / (α−1)}. */
    static double divergence(int order, double noise, double chance) {
        if (chance == 1) {
            return order / (2 * noise * noise);
        }
        double sum = Double.NEGATIVE_INFINITY;
        double ways = 0;
        for (int k = 0; k <= order; k++) {
            double term = ways
                    + (order - k) * Math.log1p(-chance)
                    + k * Math.log(chance)
                    + ((double) k * k - k) / (2 * noise * noise);
            sum = logOfSum(sum, term);
            ways += Math.log(order - k) - Math.log(k + 1.0);
        }
        return sum / (order - 1);
    }

    private static double logOfSum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }
}
