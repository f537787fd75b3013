package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * Implicit matrix factorisation by alternating least squares. Minimises, over user factors u and item factors h,
 *
 * <pre>{@code Σ_{(u,i) seen} w_ui (1 − u·h)² + α Σ_{all u,i} (u·h)² + λ (Σ_u (n_u + α·items)^ν ‖u‖² + Σ_i (n_i + α·users)^ν ‖h‖²)}</pre>
 *
 * where n counts a row's interactions, and α is taken from the data: {@code α · users · items = unobserved · Σ w}. So one setting serves shops
 * of very different density. Memory of a fit: {@code 4 · rank} bytes a user and an item (rank rounded up to a multiple of 16), and 16 bytes an
 * interaction; of the model: {@code 4 · rank} bytes an item.
 *
 * @param rank length of a factor, ≥ 1
 * @param iterations passes over both sides, ≥ 1
 * @param unobserved weight of all pairs together, in multiples of the weight of what was seen, &gt; 0
 * @param regularisation λ, &gt; 0
 * @param exponent ν: 0 regularises all rows alike, 1 by their number of interactions
 * @param seed of the first item factors
 * @param threads how many work at it, ≥ 1; the result doesn't depend on it
 * @param solver of a row's equations
 * @see <a href="https://doi.org/10.1109/ICDM.2008.22">Hu, Koren, Volinsky 2008</a>
 * @see <a href="https://doi.org/10.1145/3523227.3548486">Rendle, Krichene, Zhang, Koren 2022</a>
 */
public record ImplicitAls(
        int rank,
        int iterations,
        float unobserved,
        float regularisation,
        float exponent,
        long seed,
        int threads,
        AlsSolver solver)
        implements Algorithm {
    private static final double FIRST_DEVIATION = 0.1;

    /** Checks the parameters. */
    public ImplicitAls {
        if (rank < 1 || iterations < 1 || threads < 1) {
            throw new IllegalArgumentException("ials: expected rank, iterations and threads ≥ 1; was rank=" + rank
                    + ", iterations=" + iterations + ", threads=" + threads);
        }
        if (!(unobserved > 0) || !(regularisation > 0) || !(exponent >= 0) || unobserved * regularisation > 1e9f) {
            throw new IllegalArgumentException("ials: expected unobserved > 0, regularisation > 0, exponent ≥ 0; was "
                    + "unobserved=" + unobserved + ", regularisation=" + regularisation + ", exponent=" + exponent);
        }
    }

    /** The same, solved exactly. */
    public ImplicitAls(
            int rank, int iterations, float unobserved, float regularisation, float exponent, long seed, int threads) {
        this(rank, iterations, unobserved, regularisation, exponent, seed, threads, AlsSolver.EXACT);
    }

    /** The same with another solver. */
    public ImplicitAls with(AlsSolver other) {
        return new ImplicitAls(rank, iterations, unobserved, regularisation, exponent, seed, threads, other);
    }

    /** Parameters that did well on several shops. */
    public static ImplicitAls withDefaults() {
        return new ImplicitAls(64, 16, 12f, 0.015f, 1f, 20_261_125L, 2);
    }

    @Override
    public String name() {
        return "ials";
    }

    @Override
    public AlsModel fit(Interactions train, Progress progress) {
        Ridge ridge = ridge(train);
        float[] factors = new AlsTraining(train, this, ridge, progress).run().items();
        return new AlsModel(rank, factors, ridge);
    }

    /** The parameters in absolute terms for a shop. */
    Ridge ridge(Interactions train) {
        return ridge(train.userCount(), train.itemCount(), train.totalWeight());
    }

    /**
     * The parameters in absolute terms for a shop.
     *
     * @param totalWeight of all interactions, ≥ 0
     */
    public Ridge ridge(int users, int items, double totalWeight) {
        double perPair = totalWeight / Math.max(1, (double) users * items);
        return new Ridge((float) (unobserved * perPair), regularisation, exponent);
    }

    /** The item factors that a fit begins with. Only items start at random: a model must not depend on how many people there were who are gone. */
    public FloatRows firstItems(int count) {
        FloatRows items = FloatRows.zeros(count, rank);
        SplittableRandom random = new SplittableRandom(seed);
        double deviation = FIRST_DEVIATION / Math.sqrt(rank);
        for (int item = 0; item < items.rows(); item++) {
            for (int f = 0; f < rank; f++) {
                items.values()[item * items.stride() + f] = (float) (deviation * random.nextGaussian());
            }
        }
        return items;
    }

    /**
     * What a row's normal equations need beside its interactions.
     *
     * @param unobserved α, weight of every pair
     * @param regularisation λ
     * @param exponent ν
     */
    public record Ridge(float unobserved, float regularisation, float exponent) implements Serializable {
        /** {@code λ (n + α·others)^ν} for a row with n interactions out of as many others. */
        double of(int interactions, int others) {
            return regularisation * Math.pow(interactions + (double) unobserved * others, exponent);
        }
    }
}
