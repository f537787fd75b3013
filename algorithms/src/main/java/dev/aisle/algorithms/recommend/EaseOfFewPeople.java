package dev.aisle.algorithms.recommend;

import java.util.Arrays;

/**
 * The weights of EASE out of a matrix people × people instead of items × items: by Woodbury's identity
 * {@code λP = I − Xᵀ (XXᵀ + λI)⁻¹ X}, and a weight needs λP only up to λ. Work: 2 × people³ and (people + items) × interactions. Memory: 8 bytes × people ×
 * (people + items) beside the weights.
 *
 * @see <a href="https://doi.org/10.1137/1031049">Hager 1989, Updating the inverse of a matrix</a>
 */
final class EaseOfFewPeople {
    private final Interactions train;
    private final Interactions byItem;
    private final float lambda;
    private final int threads;

    EaseOfFewPeople(Interactions train, float lambda, int threads) {
        this.train = train;
        this.byItem = train.transposed();
        this.lambda = lambda;
        this.threads = threads;
    }

    /** items × items, zeros on the diagonal. */
    float[][] weights(Progress progress) {
        double[][] inverse = gram();
        Ease.requireSolution(BlockInverse.invert(inverse, threads, progress));
        double[][] explained = timesTrain(inverse);
        double[] left = unexplained(explained);
        float[][] weights = new float[left.length][left.length];
        Parallel.run(weights.length, threads, () -> {
            double[] sum = new double[left.length];
            return item -> row(item, explained, left, sum, weights[item]);
        });
        return weights;
    }

    /** XXᵀ + λI. */
    private double[][] gram() {
        double[][] gram = new double[train.userCount()][train.userCount()];
        Parallel.run(gram.length, threads, () -> person -> {
            double[] row = gram[person];
            for (int p = train.start(person); p < train.start(person + 1); p++) {
                int item = train.item(p);
                for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
                    row[byItem.item(q)] += (double) train.weight(p) * byItem.weight(q);
                }
            }
            row[person] += lambda;
        });
        return gram;
    }

    /** M = (XXᵀ + λI)⁻¹ X. */
    private double[][] timesTrain(double[][] inverse) {
        double[][] product = new double[inverse.length][train.itemCount()];
        Parallel.run(product.length, threads, () -> person -> {
            for (int other = 0; other < inverse.length; other++) {
                double share = inverse[person][other];
                for (int p = train.start(other); p < train.start(other + 1); p++) {
                    product[person][train.item(p)] += share * train.weight(p);
                }
            }
        });
        return product;
    }

    /** The diagonal of λP: 1 − xᵀ M of each item. */
    private double[] unexplained(double[][] explained) {
        double[] left = new double[train.itemCount()];
        for (int item = 0; item < left.length; item++) {
            left[item] = 1;
            for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
                left[item] -= byItem.weight(q) * explained[byItem.item(q)][item];
            }
            Ease.requireSolution(left[item] > 0);
        }
        return left;
    }

    private void row(int item, double[][] explained, double[] left, double[] sum, float[] into) {
        Arrays.fill(sum, 0);
        for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
            Cholesky.addMultiple(sum, byItem.weight(q), explained[byItem.item(q)], 0);
        }
        for (int other = 0; other < sum.length; other++) {
            into[other] = other == item ? 0 : (float) (sum[other] / left[other]);
        }
    }
}
