package dev.aisle.algorithms.evaluate;

import dev.aisle.algorithms.evaluate.Outcome.Undefined;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** How far predicted ratings are from given ones, over all ratings alike. */
public final class PredictionErrors {
    private PredictionErrors() {}

    /**
     * The errors.
     *
     * @param given one a rating, finite
     * @param predicted one a rating; NaN where the model knows too little, which is passed over
     * @param people by rating: whose it is, any numbers
     * @param sampleCount samples of the bootstrap over people, ≥ 1
     * @return {@code rmse}: root of the mean squared error; {@code mae}: mean absolute error
     */
    public static Map<String, Outcome> of(
            double[] given, double[] predicted, int[] people, int sampleCount, long seed) {
        Bootstrap bootstrap = Bootstrap.ofPeople(people, sampleCount, seed);
        double[] absolute = new double[given.length];
        for (int n = 0; n < given.length; n++) {
            absolute[n] = Math.abs(given[n] - predicted[n]);
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("rmse", known(bootstrap.around(times -> rootMeanSquare(absolute, times))));
        outcomes.put("mae", known(bootstrap.meanOfKnown(absolute)));
        return outcomes;
    }

    private static Outcome known(Optional<Outcome.Estimate> estimate) {
        return estimate.<Outcome>map(Function.identity()).orElseGet(() -> new Undefined("no rating was predicted"));
    }

    private static double rootMeanSquare(double[] errors, IntUnaryOperator times) {
        double sum = 0;
        double count = 0;
        for (int n = 0; n < errors.length; n++) {
            if (!Double.isNaN(errors[n])) {
                sum += times.applyAsInt(n) * errors[n] * errors[n];
                count += times.applyAsInt(n);
            }
        }
        return Math.sqrt(sum / count);
    }
}
