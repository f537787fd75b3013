package dev.aisle.profile.segments.preview;

/**
 * The interval of a share that was seen in a sample, after Wilson: it holds its level for few and for many.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
record Wilson(double low, double high) {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * The interval at 95 %.
     *
     * @param hits 0..n
     * @param n at least 1
     */
    public static Wilson of(long hits, long n) {
        double share = (double) hits / n;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        return new Wilson(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
