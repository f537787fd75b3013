package dev.aisle.algorithms.uplift;

import java.util.ArrayList;
import java.util.List;

/**
 * How well scores rank people of a trial by uplift. Normalised areas are {@code (area − random) / (perfect − random)}: 1 is the best possible ranking, 0 one by
 * chance. They need an outcome of 0 and 1, and are NaN with another or when nothing can be better than chance.
 *
 * @param qiniAuc normalised area under the Qini curve
 * @param qiniAucWithoutHarm the same against the best ranking where no offer does harm
 * @param upliftAuc normalised area under the uplift curve (AUUC)
 * @param qiniArea area under the Qini curve, people × outcome
 * @param qiniPerfectArea that of the best ranking; NaN with an outcome other than 0 and 1
 * @param qiniRandomArea that of a ranking by chance
 * @param deciles tenths of the people, best first
 */
public record UpliftQuality(
        double qiniAuc,
        double qiniAucWithoutHarm,
        double upliftAuc,
        double qiniArea,
        double qiniPerfectArea,
        double qiniRandomArea,
        List<Decile> deciles) {
    private static final int TENTHS = 10;

    public UpliftQuality {
        deciles = List.copyOf(deciles);
    }

    /**
     * A tenth of the people.
     *
     * @param people how many; the first ones have one more where it isn't even
     * @param uplift mean outcome with the offer less that without; NaN where an arm is empty
     */
    public record Decile(int people, double uplift) {}

    /**
     * Measures.
     *
     * @param scores one a person, finite
     * @throws IllegalArgumentException when there isn't one finite score a person
     */
    public static UpliftQuality of(double[] scores, Trial trial) {
        check(scores, trial);
        GainCurve qini = GainCurve.qini(scores, trial);
        boolean binary = binary(trial.outcome());
        double perfect = binary ? GainCurve.perfectQini(trial).area() : Double.NaN;
        GainCurve harmless = GainCurve.perfectQiniWithoutHarm(trial);
        GainCurve uplift = GainCurve.uplift(scores, trial);
        double best = binary ? GainCurve.perfectUplift(trial).area() : Double.NaN;
        return new UpliftQuality(
                normalised(qini, perfect),
                binary ? normalised(qini, harmless.area()) : Double.NaN,
                normalised(uplift, best),
                qini.area(),
                perfect,
                qini.randomArea(),
                deciles(scores, trial));
    }

    private static void check(double[] scores, Trial trial) {
        if (scores.length != trial.people()) {
            throw new IllegalArgumentException("scores: expected one for each of " + trial.people() + " people");
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("scores: expected finite numbers");
            }
        }
    }

    private static boolean binary(double[] outcome) {
        for (double one : outcome) {
            if (one != 0 && one != 1) {
                return false;
            }
        }
        return true;
    }

    private static double normalised(GainCurve curve, double perfect) {
        double possible = perfect - curve.randomArea();
        return possible == 0 ? Double.NaN : (curve.area() - curve.randomArea()) / possible;
    }

    private static List<Decile> deciles(double[] scores, Trial trial) {
        int[] order = Ranking.bestFirst(scores);
        List<Decile> deciles = new ArrayList<>();
        int from = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int to = from + order.length / TENTHS + (tenth < order.length % TENTHS ? 1 : 0);
            deciles.add(decile(order, from, to, trial));
            from = to;
        }
        return deciles;
    }

    private static Decile decile(int[] order, int from, int to, Trial trial) {
        double[] people = new double[2];
        double[] outcomes = new double[2];
        for (int n = from; n < to; n++) {
            int arm = trial.treated()[order[n]] ? 1 : 0;
            people[arm]++;
            outcomes[arm] += trial.outcome()[order[n]];
        }
        return new Decile(to - from, outcomes[1] / people[1] - outcomes[0] / people[0]);
    }
}
