package dev.aisle.algorithms.uplift;

/**
 * The average effect of the offer: the difference of the arms' means.
 *
 * @param effect in the unit of the outcome
 * @param error its standard error, each arm with its own variance; NaN when an arm has one person only
 */
public record AverageEffect(double effect, double error) {
    /** Of a trial. */
    public static AverageEffect of(Trial trial) {
        Arm offered = Arm.of(trial, true);
        Arm none = Arm.of(trial, false);
        return new AverageEffect(
                offered.mean - none.mean, Math.sqrt(offered.variance / offered.n + none.variance / none.n));
    }

    /**
     * The effect with chance imbalances of the features taken out: the mean of μ₁(x) − μ₀(x) over everybody, by least squares.
     *
     * @see <a href="https://doi.org/10.1214/12-AOAS583">Lin 2013</a>
     */
    public static double adjusted(Trial trial) {
        BaseLearner.Prediction uplift = UpliftLearner.T.fit(trial, new LeastSquares(0));
        double sum = 0;
        for (double[] row : trial.features()) {
            sum += uplift.of(row);
        }
        return sum / trial.people();
    }

    private record Arm(int n, double mean, double variance) {
        static Arm of(Trial trial, boolean offered) {
            int[] rows = trial.rowsOf(offered);
            double mean = 0;
            for (int row : rows) {
                mean += trial.outcome()[row] / rows.length;
            }
            double squares = 0;
            for (int row : rows) {
                double off = trial.outcome()[row] - mean;
                squares += off * off;
            }
            return new Arm(rows.length, mean, squares / (rows.length - 1));
        }
    }
}
