package dev.aisle.algorithms.experiment;

/**
 * The boundary that grows like √(V log log V), put together from pieces of geometric length.
 *
 * @param least intrinsic time from which it is to be tight, above 0
 * @param c scale of the tail; 0: sub-Gaussian; below 0: lighter than that
 * @param s exponent of the series, above 1
 * @param eta ratio of the lengths of the pieces, above 1
 * @see <a href="https://arxiv.org/abs/1810.08240">Howard, Ramdas, McAuliffe, Sekhon</a>, theorem 1
 */
public record Stitching(double least, double c, double s, double eta) {
    private static final int TERMS = 50;

    /** The bound of the sum at an intrinsic time. */
    public double bound(double v, double alpha) {
        double time = Math.max(v, least);
        double k1 = (Math.pow(eta, 0.25) + Math.pow(eta, -0.25)) / Math.sqrt(2);
        double k2 = (Math.sqrt(eta) + 1) / 2;
        double level = s * Math.log(Math.log(eta * time / least))
                + Math.log(zeta(s) / Math.pow(Math.log(eta), s))
                + Math.log(1 / alpha);
        double tail = k2 * c * level;
        return Math.sqrt(k1 * k1 * time * level + tail * tail) + tail;
    }

    /** Riemann's ζ by Euler and Maclaurin. */
    static double zeta(double s) {
        double sum = 0;
        for (int n = 1; n < TERMS; n++) {
            sum += Math.pow(n, -s);
        }
        double rest = Math.pow(TERMS, 1 - s) / (s - 1) + Math.pow(TERMS, -s) / 2;
        double first = s * Math.pow(TERMS, -s - 1) / 12;
        double second = s * (s + 1) * (s + 2) * Math.pow(TERMS, -s - 3) / 720;
        return sum + rest + first - second;
    }
}
