package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.SplittableRandom;

/** The steps of a descent, and its gradient. */
final class Descent {
    private final Factors factors;
    private final Interactions ratings;
    private final MatrixFactorisation parameters;
    private final int[] users;
    private final int[] order;

    Descent(Factors factors, Interactions ratings, MatrixFactorisation parameters) {
        this.factors = factors;
        this.ratings = ratings;
        this.parameters = parameters;
        this.users = new int[ratings.size()];
        this.order = new int[ratings.size()];
        for (int user = 0; user < ratings.userCount(); user++) {
            for (int p = ratings.start(user); p < ratings.start(user + 1); p++) {
                users[p] = user;
                order[p] = p;
            }
        }
    }

    /** One pass over all ratings; the sum of squared errors before each step. */
    double pass(int number) {
        shuffle(new SplittableRandom(parameters.seed() + 31L * (number + 1)));
        double squares = 0;
        for (int p : order) {
            double error = step(users[p], ratings.item(p), ratings.weight(p));
            squares += error * error;
        }
        return squares;
    }

    /** Half a gradient step, as is usual: the factor 2 is in the rate. */
    private double step(int user, int item, double rating) {
        double error = factors.error(user, item, rating);
        double[] u = factors.users()[user];
        double[] v = factors.items()[item];
        double rate = parameters.rate();
        double lambda = parameters.regularisation();
        for (int f = 0; f < u.length; f++) {
            double old = u[f];
            u[f] += rate * (error * v[f] - lambda * u[f]);
            v[f] += rate * (error * old - lambda * v[f]);
        }
        if (parameters.biases()) {
            factors.userBiases()[user] += rate * (error - lambda * factors.userBiases()[user]);
            factors.itemBiases()[item] += rate * (error - lambda * factors.itemBiases()[item]);
        }
        return error;
    }

    private void shuffle(SplittableRandom random) {
        for (int n = order.length - 1; n > 0; n--) {
            int other = random.nextInt(n + 1);
            int swapped = order[n];
            order[n] = order[other];
            order[other] = swapped;
        }
    }

    /** E. */
    double objective() {
        double sum = 0;
        for (int p = 0; p < order.length; p++) {
            double error = factors.error(users[p], ratings.item(p), ratings.weight(p));
            sum += error * error
                    + parameters.regularisation()
                            * (squares(factors.users()[users[p]])
                                    + squares(factors.items()[ratings.item(p)])
                                    + squared(factors.userBiases()[users[p]])
                                    + squared(factors.itemBiases()[ratings.item(p)]));
        }
        return sum;
    }

    /** ∂E/∂u_uf for one user. */
    double[] gradientOfUser(int user) {
        double[] gradient = new double[parameters.rank()];
        double[] u = factors.users()[user];
        for (int p = ratings.start(user); p < ratings.start(user + 1); p++) {
            double error = factors.error(user, ratings.item(p), ratings.weight(p));
            double[] v = factors.items()[ratings.item(p)];
            for (int f = 0; f < gradient.length; f++) {
                gradient[f] += -2 * error * v[f] + 2 * parameters.regularisation() * u[f];
            }
        }
        return gradient;
    }

    /** ∂E/∂v_if for one item. */
    double[] gradientOfItem(int item) {
        double[] gradient = new double[parameters.rank()];
        double[] v = factors.items()[item];
        for (int p = 0; p < order.length; p++) {
            if (ratings.item(p) == item) {
                double error = factors.error(users[p], item, ratings.weight(p));
                double[] u = factors.users()[users[p]];
                for (int f = 0; f < gradient.length; f++) {
                    gradient[f] += -2 * error * u[f] + 2 * parameters.regularisation() * v[f];
                }
            }
        }
        return gradient;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += squared(value);
        }
        return sum;
    }

    private static double squared(double value) {
        return value * value;
    }
}
