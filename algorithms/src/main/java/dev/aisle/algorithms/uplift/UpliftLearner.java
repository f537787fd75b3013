package dev.aisle.algorithms.uplift;

import dev.aisle.algorithms.uplift.BaseLearner.Prediction;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Ways to learn the uplift τ(x) = E[y | x, offer] − E[y | x, none] from a randomised trial. e is the share of people with the offer.
 *
 * @see <a href="https://doi.org/10.1073/pnas.1804597116">Künzel, Sekhon, Bickel, Yu 2019 (S, T, X)</a>
 * @see <a href="https://doi.org/10.1214/23-EJS2157">Kennedy 2023 (DR)</a>
 */
public enum UpliftLearner {
    /** One regression with the offer as a feature: {@code μ(x, 1) − μ(x, 0)}. With a linear one the same for everybody. */
    S {
        @Override
        public Prediction fit(Trial trial, BaseLearner base) {
            double[][] rows = new double[trial.people()][];
            for (int n = 0; n < rows.length; n++) {
                rows[n] = with(trial.features()[n], trial.treated()[n] ? 1 : 0);
            }
            Prediction both = base.fit(rows, trial.outcome());
            return row -> both.of(with(row, 1)) - both.of(with(row, 0));
        }
    },
    /** A regression an arm: {@code μ₁(x) − μ₀(x)}. */
    T {
        @Override
        public Prediction fit(Trial trial, BaseLearner base) {
            Arms arms = Arms.of(trial, base);
            return arms::difference;
        }
    },
    /** Each arm's outcome less what the other arm's regression expects, regressed again; {@code e·τ₀(x) + (1 − e)·τ₁(x)}. */
    X {
        @Override
        public Prediction fit(Trial trial, BaseLearner base) {
            Arms arms = Arms.of(trial, base);
            Prediction offered = fitRows(
                    base, trial, true, n -> trial.outcome()[n] - arms.none().of(trial.features()[n]));
            Prediction none =
                    fitRows(base, trial, false, n -> arms.offer().of(trial.features()[n]) - trial.outcome()[n]);
            double share = trial.propensity();
            return row -> share * none.of(row) + (1 - share) * offered.of(row);
        }
    },
    /** The doubly robust score {@code μ₁ − μ₀ + (t − e)/(e(1 − e))·(y − μₜ)} regressed on x. Not cross-fitted: for base learners that don't overfit. */
    DR {
        @Override
        public Prediction fit(Trial trial, BaseLearner base) {
            Arms arms = Arms.of(trial, base);
            double share = trial.propensity();
            double[] scores = new double[trial.people()];
            for (int n = 0; n < scores.length; n++) {
                double[] row = trial.features()[n];
                boolean offered = trial.treated()[n];
                double residual = trial.outcome()[n] - (offered ? arms.offer() : arms.none()).of(row);
                scores[n] = arms.difference(row) + (offered ? residual / share : -residual / (1 - share));
            }
            return base.fit(trial.features(), scores);
        }
    },
    /** {@code y·(t − e)/(e(1 − e))} regressed on x: unbiased and noisy. */
    TRANSFORMED_OUTCOME {
        @Override
        public Prediction fit(Trial trial, BaseLearner base) {
            double share = trial.propensity();
            double[] scores = new double[trial.people()];
            for (int n = 0; n < scores.length; n++) {
                scores[n] = trial.treated()[n] ? trial.outcome()[n] / share : -trial.outcome()[n] / (1 - share);
            }
            return base.fit(trial.features(), scores);
        }
    };

    /**
     * Learns.
     *
     * @return the uplift of a row of features, in the unit of the outcome
     * @throws IllegalArgumentException when the base learner can't be fitted
     */
    public abstract Prediction fit(Trial trial, BaseLearner base);

    private static double[] with(double[] row, double offer) {
        double[] longer = Arrays.copyOf(row, row.length + 1);
        longer[row.length] = offer;
        return longer;
    }

    private static Prediction fitRows(BaseLearner base, Trial trial, boolean offered, IntToDoubleFunction target) {
        int[] rows = trial.rowsOf(offered);
        double[][] features = new double[rows.length][];
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            features[i] = trial.features()[rows[i]];
            targets[i] = target.applyAsDouble(rows[i]);
        }
        return base.fit(features, targets);
    }

    /** A regression an arm. */
    private record Arms(Prediction offer, Prediction none) {
        static Arms of(Trial trial, BaseLearner base) {
            return new Arms(
                    fitRows(base, trial, true, n -> trial.outcome()[n]),
                    fitRows(base, trial, false, n -> trial.outcome()[n]));
        }

        double difference(double[] row) {
            return offer.of(row) - none.of(row);
        }
    }
}
