package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Factors and levels of people and items. Memory: 8 bytes × (people + items) × (rank + 1).
 *
 * @param mean μ; 0 without biases
 * @param users users × rank
 * @param items items × rank
 * @param userBiases zero without biases
 * @param itemBiases zero without biases
 */
@SuppressWarnings("ArrayRecordComponent") // filled by the fit, read afterwards
public record Factors(double mean, double[][] users, double[][] items, double[] userBiases, double[] itemBiases)
        implements RatingModel {
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
        return new Factors(mean, users, items, new double[users.length], new double[items.length]);
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

    @Override
    public OptionalDouble predict(int user, int item) {
        boolean known = user >= 0 && user < users.length && item >= 0 && item < items.length;
        return known ? OptionalDouble.of(value(user, item)) : OptionalDouble.empty();
    }
}
