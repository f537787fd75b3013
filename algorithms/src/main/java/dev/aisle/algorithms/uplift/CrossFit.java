package dev.aisle.algorithms.uplift;

import dev.aisle.algorithms.uplift.BaseLearner.Prediction;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Folds of a trial, so that everybody is judged by what was learned from others. Drawn within each arm, so that no fold lacks one.
 *
 * @see <a href="https://doi.org/10.1111/ectj.12097">Chernozhukov and others 2018, on cross-fitting</a>
 */
public final class CrossFit {
    private static final double DIGITS = 1e9;

    private final Trial trial;
    private final int folds;
    private final int[] foldOf;

    private CrossFit(Trial trial, int folds, int[] foldOf) {
        this.trial = trial;
        this.folds = folds;
        this.foldOf = foldOf;
    }

    /**
     * Draws folds.
     *
     * @param folds at least 2
     * @throws IllegalArgumentException when an arm has fewer than two people a fold
     */
    public static CrossFit of(Trial trial, int folds, long seed) {
        int[] foldOf = new int[trial.people()];
        SplittableRandom random = new SplittableRandom(seed);
        for (boolean offered : new boolean[] {true, false}) {
            int[] rows = trial.rowsOf(offered);
            if (folds < 2 || rows.length < 2 * folds) {
                throw new IllegalArgumentException("treatment: expected at least two people of each arm in each of "
                        + folds + " folds, were " + rows.length);
            }
            shuffle(rows, random);
            for (int n = 0; n < rows.length; n++) {
                foldOf[rows[n]] = n % folds;
            }
        }
        return new CrossFit(trial, folds, foldOf);
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int n = rows.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int kept = rows[n];
            rows[n] = rows[other];
            rows[other] = kept;
        }
    }

    /**
     * Scores of everybody, each by what was learned from the other folds, less the mean of the own fold: a fold whose people were moved more than others
     * has others that were moved less, so that levels would rank the folds the wrong way round.
     *
     * @param learn what is learned from a trial
     */
    public double[] ranks(Function<Trial, Prediction> learn) {
        double[] scores = new double[trial.people()];
        for (int fold = 0; fold < folds; fold++) {
            Prediction uplift = learn.apply(without(fold));
            double sum = 0;
            int people = 0;
            for (int row = 0; row < scores.length; row++) {
                if (foldOf[row] == fold) {
                    scores[row] = uplift.of(trial.features()[row]);
                    sum += scores[row];
                    people++;
                }
            }
            for (int row = 0; row < scores.length; row++) {
                // What differs by rounding only is equal.
                scores[row] =
                        foldOf[row] == fold ? Math.rint((scores[row] - sum / people) * DIGITS) / DIGITS : scores[row];
            }
        }
        return scores;
    }

    /** The DR-learner whose scores are each made by regressions of the other folds, then regressed on the features. */
    public Prediction doublyRobust(BaseLearner base) {
        double share = trial.propensity();
        double[] pseudo = new double[trial.people()];
        for (int fold = 0; fold < folds; fold++) {
            Trial others = without(fold);
            Prediction offer = arm(others, true, base);
            Prediction none = arm(others, false, base);
            for (int row = 0; row < pseudo.length; row++) {
                if (foldOf[row] == fold) {
                    double[] features = trial.features()[row];
                    boolean offered = trial.treated()[row];
                    double residual = trial.outcome()[row] - (offered ? offer : none).of(features);
                    pseudo[row] = offer.of(features)
                            - none.of(features)
                            + (offered ? residual / share : -residual / (1 - share));
                }
            }
        }
        return base.fit(trial.features(), pseudo);
    }

    private static Prediction arm(Trial trial, boolean offered, BaseLearner base) {
        int[] rows = trial.rowsOf(offered);
        double[][] features = new double[rows.length][];
        double[] outcome = new double[rows.length];
        for (int n = 0; n < rows.length; n++) {
            features[n] = trial.features()[rows[n]];
            outcome[n] = trial.outcome()[rows[n]];
        }
        return base.fit(features, outcome);
    }

    private Trial without(int fold) {
        int kept = (int) Arrays.stream(foldOf).filter(one -> one != fold).count();
        double[][] features = new double[kept][];
        boolean[] treated = new boolean[kept];
        double[] outcome = new double[kept];
        int n = 0;
        for (int row = 0; row < foldOf.length; row++) {
            if (foldOf[row] != fold) {
                features[n] = trial.features()[row];
                treated[n] = trial.treated()[row];
                outcome[n] = trial.outcome()[row];
                n++;
            }
        }
        return new Trial(features, treated, outcome);
    }
}
