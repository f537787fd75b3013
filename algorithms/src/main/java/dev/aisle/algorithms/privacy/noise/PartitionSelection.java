package dev.aisle.algorithms.privacy.noise;

/**
 * Whether a group may be shown at all: that it exists already says that somebody is in it. Keeps as many groups as (ε, δ) allows when
 * each person is in one.
 *
 * @see <a href="https://arxiv.org/abs/2006.03684">Desfontaines, Voss, Gipson, Mandayam 2020, theorem 1</a>
 */
public final class PartitionSelection {
    private PartitionSelection() {}

    /**
     * The probability with which a group of this many people is kept: 0 for nobody, then the least of
     * {@code e^ε·p + δ}, {@code 1 − e^−ε·(1 − p − δ)} and 1 from one person to the next.
     */
    public static double keepProbability(double epsilon, double delta, long users) {
        if (!(epsilon > 0) || !(delta > 0 && delta < 1) || users < 0) {
            throw new IllegalArgumentException("expected epsilon > 0, 0 < delta < 1 and users ≥ 0");
        }
        double p = 0;
        for (long user = 0; user < users && p < 1; user++) {
            double next = Math.min(Math.exp(epsilon) * p + delta, 1 - Math.exp(-epsilon) * (1 - p - delta));
            if (next <= p) {
                break;
            }
            p = Math.min(next, 1);
        }
        return p;
    }
}
