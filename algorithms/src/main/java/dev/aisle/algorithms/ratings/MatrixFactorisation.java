package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;

/**
 * Matrix factorisation of ratings by gradient descent. Minimises over the given ratings
 *
 * <pre>{@code E = Σ (r_ui − μ − b_u − b_i − u_u · v_i)² + λ Σ (‖u_u‖² + ‖v_i‖² + b_u² + b_i²)}</pre>
 *
 * where the second sum runs over the ratings too. Without biases and with λ = 0 it is the plain {@code R ≈ U Vᵀ}, whose gradients are
 * {@code ∂E/∂u = −2 Σ_i e v} and {@code ∂E/∂v = −2 Σ_u e u}. Memory: 8 bytes × (rank + 1) a person and an item; one thread, since each step
 * looks at what the one before left.
 *
 * @param rank length of a factor, ≥ 1
 * @param passes over all ratings, ≥ 1
 * @param rate step of the descent, &gt; 0
 * @param regularisation λ, ≥ 0
 * @param biases whether people and items have a level of their own
 * @param seed of the first factors and of the order of the steps
 * @see <a href="https://doi.org/10.1109/MC.2009.263">Koren, Bell, Volinsky 2009</a>
 */
public record MatrixFactorisation(int rank, int passes, double rate, double regularisation, boolean biases, long seed)
        implements Algorithm {
    /** Checks the parameters. */
    public MatrixFactorisation {
        if (rank < 1 || passes < 1 || !(rate > 0) || !(regularisation >= 0)) {
            throw new IllegalArgumentException(
                    "mf: expected rank ≥ 1, passes ≥ 1, rate > 0, regularisation ≥ 0; was rank=" + rank + ", passes="
                            + passes + ", rate=" + rate + ", regularisation=" + regularisation);
        }
    }

    /** Parameters that did well on films. */
    public static MatrixFactorisation withDefaults() {
        return new MatrixFactorisation(40, 40, 0.01, 0.08, true, 20_261_125L);
    }

    @Override
    public String name() {
        return "mf";
    }

    /**
     * Fits a model, rating by rating in an order that is shuffled for each pass.
     *
     * @throws ArithmeticException when the descent diverges
     */
    @Override
    public Factors fit(Interactions ratings, Progress progress) {
        Factors factors = Factors.random(this, ratings);
        Descent descent = new Descent(factors, ratings, this);
        for (int pass = 0; pass < passes; pass++) {
            double error = descent.pass(pass);
            if (!Double.isFinite(error)) {
                throw new ArithmeticException("mf: the descent diverged in pass " + (pass + 1) + "; lower the rate");
            }
            progress.step(pass + 1, passes);
        }
        return factors;
    }
}
