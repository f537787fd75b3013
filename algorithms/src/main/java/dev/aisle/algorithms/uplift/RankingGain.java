package dev.aisle.algorithms.uplift;

import dev.aisle.algorithms.customers.Estimate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What ranking people by score brings over a ranking by chance, with an interval. */
public final class RankingGain {
    private static final double LEVEL = 0.95;

    private RankingGain() {}

    /**
     * The area between the Qini curve and chance over {@code people × people with the offer}: more outcome a person with the offer, on average over all
     * budgets. Its interval is that of people drawn again within each arm (percentiles); the scores stay as they are.
     *
     * @param draws how often people are drawn, at least 20
     */
    public static Estimate of(double[] scores, Trial trial, int draws, long seed) {
        if (draws < 20 || scores.length != trial.people()) {
            throw new IllegalArgumentException("draws: expected at least 20, and a score a person");
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] offered = trial.rowsOf(true);
        int[] none = trial.rowsOf(false);
        double[] gains = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            int[] rows = new int[scores.length];
            for (int n = 0; n < rows.length; n++) {
                rows[n] = n < offered.length
                        ? offered[random.nextInt(offered.length)]
                        : none[random.nextInt(none.length)];
            }
            gains[draw] = drawn(scores, trial, rows);
        }
        Arrays.sort(gains);
        int cut = (int) Math.floor(draws * (1 - LEVEL) / 2);
        return new Estimate(gain(scores, trial), gains[cut], gains[draws - 1 - cut], LEVEL);
    }

    private static double drawn(double[] scores, Trial trial, int[] rows) {
        double[] drawnScores = new double[rows.length];
        double[][] features = new double[rows.length][];
        boolean[] treated = new boolean[rows.length];
        double[] outcome = new double[rows.length];
        for (int n = 0; n < rows.length; n++) {
            drawnScores[n] = scores[rows[n]];
            features[n] = trial.features()[rows[n]];
            treated[n] = trial.treated()[rows[n]];
            outcome[n] = trial.outcome()[rows[n]];
        }
        return gain(drawnScores, new Trial(features, treated, outcome));
    }

    private static double gain(double[] scores, Trial trial) {
        GainCurve curve = GainCurve.qini(scores, trial);
        double offered = trial.propensity() * trial.people();
        return (curve.area() - curve.randomArea()) / (trial.people() * offered);
    }
}
