package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Bootstrap;
import dev.aisle.algorithms.evaluate.Outcome;
import dev.aisle.algorithms.evaluate.PredictionErrors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far predicted ratings are off: {@code rmse} is the root of the mean square over all ratings, {@code mae} the mean distance, {@code rated} the
 * share that the algorithm could predict. Intervals draw people with replacement.
 */
final class RatingErrors {
    private RatingErrors() {}

    static Map<String, Outcome> of(List<RatedCase> cases, int samples, long seed) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        int size = cases.stream().mapToInt(one -> one.given().length).sum();
        if (size > 0) {
            int[] people = new int[size];
            double[] given = new double[size];
            double[] predicted = new double[size];
            double[] known = new double[size];
            int n = 0;
            for (int person = 0; person < cases.size(); person++) {
                RatedCase one = cases.get(person);
                Arrays.fill(people, n, n + one.given().length, person);
                for (int m = 0; m < one.given().length; m++) {
                    given[n] = one.given()[m];
                    predicted[n] = one.predicted()[m];
                    known[n++] = one.known()[m] ? 1 : 0;
                }
            }
            outcomes.putAll(PredictionErrors.of(given, predicted, people, samples, seed));
            outcomes.put("rated", Bootstrap.ofPeople(people, samples, seed).mean(known));
        }
        return outcomes;
    }
}
