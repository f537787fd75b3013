package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Model;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Factors and levels of people and items. Memory: 8 bytes × (people + items) × (rank + 1).
 *
 * @param mean μ; 0 without biases
 * @param users users × rank
 * @param items items × rank
 * @param userBiases zero without biases
 * @param itemBiases zero without biases
 * @param parameters of the fit, which a fold-in needs
 */
@SuppressWarnings("ArrayRecordComponent") // filled by the fit, read afterwards
public record Factors(
        double mean,
        double[][] users,
        double[][] items,
        double[] userBiases,
        double[] itemBiases,
        MatrixFactorisation parameters)
        implements RatingModel, Model {
    private static final double FIRST_DEVIATION = 0.1;

    static Factors random(MatrixFactorisation parameters, Interactions ratings) {
        SplittableRandom random = new SplittableRandom(parameters.seed());
        double sum = 0;
        for (int p = 0; p < ratings.size(); p++) {
            sum += ratings.weight(p);
        }
        double mean = parameters.biases() ? sum / Math.max(1, ratings.size()) : 0;
        double[][] users = random(random, ratings.userCount(), parameters.rank());
        double[][] items = random(random, ratings.itemCount(), parameters.rank());
        int[] raters = ratings.usersPerItem();
        clear(users, user -> ratings.countOf(user) == 0);
        clear(items, item -> raters[item] == 0);
        return new Factors(mean, users, items, new double[users.length], new double[items.length], parameters);
    }

    /** Nothing moves the factor of whom no rating speaks of, so it must not be a random one. */
    private static void clear(double[][] factors, IntPredicate unrated) {
        for (int row = 0; row < factors.length; row++) {
            if (unrated.test(row)) {
                Arrays.fill(factors[row], 0);
            }
        }
    }

    private static double[][] random(SplittableRandom random, int rows, int rank) {
        double[][] factors = new double[rows][rank];
        for (double[] row : factors) {
            for (int f = 0; f < rank; f++) {
                row[f] = FIRST_DEVIATION * random.nextGaussian();
            }
        }
        return factors;
    }

    /** How far a rating is above what the factors say. */
    double error(int user, int item, double rating) {
        return rating - value(user, item);
    }

    private double value(int user, int item) {
        double sum = mean + userBiases[user] + itemBiases[item];
        double[] u = users[user];
        double[] v = items[item];
        for (int f = 0; f < u.length; f++) {
            sum += u[f] * v[f];
        }
        return sum;
    }

    /** Length of a factor. */
    int rank() {
        return parameters.rank();
    }

    @Override
    public int itemCount() {
        return items.length;
    }

    /**
     * {@inheritDoc} The score is the rating that somebody with these ratings would give, who needn't be among the users; O(n · rank² + rank³) for n
     * ratings.
     */
    @Override
    public void score(History history, float[] into) {
        double[] person = new FoldIn(this, parameters.regularisation(), parameters.biases()).of(history);
        for (int item = 0; item < into.length; item++) {
            double sum = mean + itemBiases[item] + person[rank()];
            for (int f = 0; f < rank(); f++) {
                sum += person[f] * items[item][f];
            }
            into[item] = (float) sum;
        }
    }

    @Override
    public OptionalDouble predict(int user, int item) {
        boolean known = user >= 0 && user < users.length && item >= 0 && item < items.length;
        return known ? OptionalDouble.of(value(user, item)) : OptionalDouble.empty();
    }
}
