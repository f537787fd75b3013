package dev.aisle.algorithms.uplift;

import java.util.Arrays;

/**
 * What is gained when the offer goes to the best by score only: a point wherever the score changes, from (0, 0) on. Areas are by trapezes, in people × gain,
 * not divided by anything.
 *
 * @param people how many, best first
 * @param gain what these people's offers brought
 * @see <a href="https://github.com/maks-sh/scikit-uplift">scikit-uplift, commit 0038e65, whose definitions these are</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Points of a plot; nobody compares curves.
public record GainCurve(double[] people, double[] gain) {
    private enum Kind {
        /** Difference of the arms' means, times the people. */
        UPLIFT {
            @Override
            double gain(double offered, double bought, double none, double boughtAnyway) {
                return (mean(bought, offered) - mean(boughtAnyway, none)) * (offered + none);
            }
        },
        /** Outcomes with the offer, less those without in the same number of people. */
        QINI {
            @Override
            double gain(double offered, double bought, double none, double boughtAnyway) {
                return bought - mean(boughtAnyway, none) * offered;
            }
        };

        abstract double gain(double offered, double bought, double none, double boughtAnyway);

        private static double mean(double sum, double n) {
            return n == 0 ? 0 : sum / n;
        }
    }

    /** The uplift curve: {@code (ȳ₁ − ȳ₀)·n} among the n best. */
    public static GainCurve uplift(double[] scores, Trial trial) {
        return of(Kind.UPLIFT, scores, trial);
    }

    /** The Qini curve: {@code Σy₁ − Σy₀·n₁/n₀} among the best. */
    public static GainCurve qini(double[] scores, Trial trial) {
        return of(Kind.QINI, scores, trial);
    }

    /** The best uplift curve possible for an outcome of 0 and 1. */
    public static GainCurve perfectUplift(Trial trial) {
        int boughtAnyway = 0;
        int notMoved = 0;
        for (int n = 0; n < trial.people(); n++) {
            boughtAnyway += trial.outcome()[n] == 1 && !trial.treated()[n] ? 1 : 0;
            notMoved += trial.outcome()[n] == 0 && trial.treated()[n] ? 1 : 0;
        }
        double[] scores = new double[trial.people()];
        for (int n = 0; n < scores.length; n++) {
            double offer = trial.treated()[n] ? 1 : 0;
            double bought = trial.outcome()[n];
            scores[n] = (bought == offer ? 2 : 0) + (boughtAnyway > notMoved ? bought : offer);
        }
        return uplift(scores, trial);
    }

    /** The best Qini curve possible for an outcome of 0 and 1, where an offer can also keep people from buying. */
    public static GainCurve perfectQini(Trial trial) {
        double[] scores = new double[trial.people()];
        for (int n = 0; n < scores.length; n++) {
            scores[n] = trial.treated()[n] ? trial.outcome()[n] : -trial.outcome()[n];
        }
        return qini(scores, trial);
    }

    /** The best Qini curve possible where no offer does harm. */
    public static GainCurve perfectQiniWithoutHarm(Trial trial) {
        double end = qini(new double[trial.people()], trial).last();
        return new GainCurve(new double[] {0, end, trial.people()}, new double[] {0, end, end});
    }

    private static GainCurve of(Kind kind, double[] scores, Trial trial) {
        int[] order = Ranking.bestFirst(scores);
        double[] people = new double[order.length + 1];
        double[] gain = new double[order.length + 1];
        double offered = 0;
        double bought = 0;
        double none = 0;
        double boughtAnyway = 0;
        int points = 1;
        for (int n = 0; n < order.length; n++) {
            int row = order[n];
            double outcome = trial.outcome()[row];
            offered += trial.treated()[row] ? 1 : 0;
            bought += trial.treated()[row] ? outcome : 0;
            none += trial.treated()[row] ? 0 : 1;
            boughtAnyway += trial.treated()[row] ? 0 : outcome;
            if (n + 1 == order.length || scores[order[n + 1]] != scores[row]) {
                people[points] = n + 1.0;
                gain[points++] = kind.gain(offered, bought, none, boughtAnyway);
            }
        }
        return new GainCurve(Arrays.copyOf(people, points), Arrays.copyOf(gain, points));
    }

    /** The gain when everybody gets the offer. */
    public double last() {
        return gain[gain.length - 1];
    }

    /** The area under the curve. */
    public double area() {
        double area = 0;
        for (int n = 1; n < people.length; n++) {
            area += (people[n] - people[n - 1]) * (gain[n] + gain[n - 1]) / 2;
        }
        return area;
    }

    /** The area under the straight line to the same end: what a ranking by chance has. */
    public double randomArea() {
        return people[people.length - 1] * last() / 2;
    }
}
