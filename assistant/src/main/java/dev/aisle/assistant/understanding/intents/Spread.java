package dev.aisle.assistant.understanding.intents;

import java.util.List;

/**
 * Chances of the intents in an order that is the model's own.
 *
 * @param chances {@code Σ = 1}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers of a sum
public record Spread(String version, double[] chances) {
    /** How alike two spreads are, 0 … 1: {@code Σ √(p q)}; 0 by different models. */
    public double fits(Spread other) {
        if (!version.equals(other.version)) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            sum += Math.sqrt(chances[k] * other.chances[k]);
        }
        return sum;
    }

    /** The mean of spreads by one model; none of them gives one that fits nothing. */
    public static Spread mean(List<Spread> spreads) {
        if (spreads.isEmpty()) {
            return new Spread("", new double[0]);
        }
        double[] mean = new double[spreads.getFirst().chances.length];
        for (Spread one : spreads) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += one.chances[k] / spreads.size();
            }
        }
        return new Spread(spreads.getFirst().version, mean);
    }
}
