package dev.aisle.algorithms.rerank;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Candidates with falling relevance and random directions. */
final class RandomCandidates {
    private static final int WIDTH = 6;

    private final float[] relevance;
    private final double[][] directions;
    private final int[] groups;

    RandomCandidates(long seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        this.relevance = new float[n];
        this.directions = new double[n][WIDTH];
        this.groups = new int[n];
        double[] values = random.doubles(n).sorted().toArray();
        for (int i = 0; i < n; i++) {
            relevance[i] = (float) values[n - 1 - i];
            groups[i] = random.nextInt(5) - 1;
            for (int f = 0; f < WIDTH; f++) {
                directions[i][f] = random.nextDouble();
            }
        }
    }

    float[] relevance() {
        return relevance;
    }

    /** {@link Cap#NONE} to 3. */
    int[] groups() {
        return groups;
    }

    double cosine(int a, int b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private double dot(int a, int b) {
        return IntStream.range(0, WIDTH)
                .mapToDouble(f -> directions[a][f] * directions[b][f])
                .sum();
    }

    double marginal(double diversity, int candidate, int[] above) {
        double nearest = Arrays.stream(above)
                .mapToDouble(other -> cosine(candidate, other))
                .max()
                .orElse(0);
        return (1 - diversity) * relevance[candidate] - diversity * nearest;
    }

    /** log det of the similarities of a set, by elimination. */
    double logDeterminant(int[] set) {
        int n = set.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 1 : cosine(set[i], set[j]);
            }
        }
        double log = 0;
        for (int k = 0; k < n; k++) {
            log += Math.log(a[k][k]);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return log;
    }
}
