package dev.aisle.algorithms.federated;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import java.util.SplittableRandom;

/**
 * The item factors of a round, which everybody knows. Immutable. A step goes from the sum over all people towards where the implicit objective of
 * {@link dev.aisle.algorithms.recommend.ImplicitAls} is least, given the people's factors:
 *
 * <pre>{@code h += D⁻¹ (s − α G h − λ_i h),   D = α G + λ_i I + 10 n_i G / people}</pre>
 *
 * where s is the item's part of the sum and G the gram matrix. The last term stands for the curvature that the item's own people give, which would
 * cost rank² numbers an item to send; ten times the mean person is above it for nearly all items, so that steps are short rather than too long.
 * Under noise an item's part is shrunk by how much of its length noise explains (James, Stein), and the gram matrix is lifted to be above its noise.
 */
public final class JointFactors {
    private static final double FIRST_DEVIATION = 0.1;
    private static final double CURVATURE = 10;

    private final JointSettings settings;
    private final Census census;
    private final float[] factors;

    private JointFactors(JointSettings settings, Census census, float[] factors) {
        this.settings = settings;
        this.census = census;
        this.factors = factors;
    }

    /** Where everybody starts: small random factors of the items that take part. */
    public static JointFactors first(JointSettings settings, Census census) {
        float[] factors = new float[census.items() * settings.rank()];
        SplittableRandom random = new SplittableRandom(settings.seed());
        double deviation = FIRST_DEVIATION / Math.sqrt(settings.rank());
        for (int n = 0; n < factors.length; n++) {
            double drawn = deviation * random.nextGaussian();
            factors[n] = census.count(n / settings.rank()) > 0 ? (float) drawn : 0;
        }
        return new JointFactors(settings, census, factors);
    }

    /**
     * The factors that somebody sent.
     *
     * @param factors row-major, items × rank
     * @throws IllegalArgumentException when they don't fit, or one isn't finite
     */
    public static JointFactors of(JointSettings settings, Census census, float[] factors) {
        if (factors.length != census.items() * settings.rank()) {
            throw new IllegalArgumentException(
                    "expected " + census.items() + " × " + settings.rank() + " factors, were " + factors.length);
        }
        for (int n = 0; n < factors.length; n++) {
            if (!Float.isFinite(factors[n])) {
                throw new IllegalArgumentException("factor " + n + " isn't finite");
            }
        }
        return new JointFactors(settings, census, factors.clone());
    }

    /** Number of items. */
    public int items() {
        return census.items();
    }

    /** What the partners agreed on. */
    public JointSettings settings() {
        return settings;
    }

    /** What was known before. */
    public Census census() {
        return census;
    }

    /** A recommender into which each partner folds its own people. */
    public AlsModel model() {
        return new AlsModel(settings.rank(), factors, ridge());
    }

    private Ridge ridge() {
        return census.ridge(settings);
    }

    /** A copy of the factors, row-major, items × rank. */
    public float[] values() {
        return factors.clone();
    }

    /**
     * The factors after a round.
     *
     * @param sum over all partners, see {@link PeopleUpdate}
     * @param deviation standard deviation of the noise in each of its numbers
     */
    public JointFactors after(double[] sum, double deviation) {
        int rank = settings.rank();
        if (sum.length != UpdateShape.length(items(), rank)) {
            throw new IllegalArgumentException(
                    "expected " + UpdateShape.length(items(), rank) + " numbers, were " + sum.length);
        }
        PeopleGram gram = PeopleGram.read(sum, items() * rank, rank, deviation);
        Ridge ridge = ridge();
        float[] next = new float[factors.length];
        for (int item = 0; item < items(); item++) {
            if (census.count(item) > 0) {
                double own = CURVATURE * census.count(item) / census.people();
                double lambda = settings.chance()
                        * ridge.regularisation()
                        * (census.count(item) + ridge.unobserved() * census.people());
                double kept = shrinkage(sum, item * rank, deviation);
                gram.step(
                        new PeopleGram.Item(sum, factors, item * rank),
                        new PeopleGram.Weights(kept, ridge.unobserved(), lambda, own),
                        next);
            }
        }
        return new JointFactors(settings, census, next);
    }

    /** {@code max(0, 1 − rank σ² / ‖s‖²)}: what is left of a row when the part that noise explains is taken off. */
    private double shrinkage(double[] sum, int at, double deviation) {
        if (deviation == 0) {
            return 1;
        }
        double square = 0;
        for (int f = 0; f < settings.rank(); f++) {
            square += sum[at + f] * sum[at + f];
        }
        return Math.max(0, 1 - settings.rank() * deviation * deviation / square);
    }
}
