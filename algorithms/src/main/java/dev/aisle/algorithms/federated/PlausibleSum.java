package dev.aisle.algorithms.federated;

import java.util.Locale;
import java.util.Optional;

/** Whether a sum can be what it is said to be. Whose part is wrong can't be seen: nobody sees a part. */
public final class PlausibleSum {
    /** A norm of noise goes beyond this many deviations above its mean with a chance below 1e-20. */
    private static final double DEVIATIONS = 10;

    private PlausibleSum() {}

    /**
     * Looks at the norm, which is at most people · clip, and that of the noise.
     *
     * @param people how many there are at most, by what partners said when they joined
     * @param clip greatest norm of a person
     * @param deviation greatest standard deviation of the noise in each number
     * @return why it can't be; empty when it can
     */
    public static Optional<String> objection(double[] sum, long people, double clip, double deviation) {
        double norm = Math.sqrt(Clip.square(sum));
        double noise = deviation * (Math.sqrt(sum.length) + DEVIATIONS);
        double rounding = Quantiser.slack(sum.length) * 256;
        double most = people * clip + noise + rounding;
        return norm <= most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the sum has norm %.3g, but %d people with at most %.3g each and noise give at most %.3g",
                        norm,
                        people,
                        clip,
                        most));
    }
}
