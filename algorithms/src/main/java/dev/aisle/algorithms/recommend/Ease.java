package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * EASE^R: the linear model over items without self-similarity, in closed form: {@code P = (XᵀX + λI)⁻¹}, {@code B_ij = −P_ij / P_jj},
 * {@code B_jj = 0}; {@code score(j) = Σ_{i ∈ history} w_i B_ij}. Memory: 12 bytes × items² while it is fitted, 4 bytes × items² afterwards;
 * work: 2 × items³. Where people are at most half as many as items, the same weights come out of a matrix of people ({@link EaseOfFewPeople}).
 *
 * @param lambda λ, &gt; 0; a few hundred for most shops
 * @param mostBytes memory that the fit may take; more is refused
 * @param threads how many work at it, ≥ 1; the result doesn't depend on it
 * @see <a href="https://doi.org/10.1145/3308558.3313710">Steck 2019</a>
 */
public record Ease(float lambda, long mostBytes, int threads) implements Algorithm {
    private static final int FLOAT = 4;
    private static final int DOUBLE = 8;

    /** Checks the parameters. */
    public Ease {
        if (!(lambda > 0) || Float.isInfinite(lambda) || mostBytes < 0 || threads < 1) {
            throw new IllegalArgumentException("ease: expected lambda > 0, mostBytes ≥ 0, threads ≥ 1; was lambda="
                    + lambda + ", mostBytes=" + mostBytes + ", threads=" + threads);
        }
    }

    /** Parameters that did well on several shops; three quarters of the heap may be used. */
    public static Ease withDefaults() {
        return new Ease(200, Runtime.getRuntime().maxMemory() / 4 * 3, 2);
    }

    @Override
    public String name() {
        return "ease";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when it needs more memory than it may take; the message says how much
     */
    @Override
    public Model fit(Interactions train, Progress progress) {
        refusal(train.userCount(), train.itemCount()).ifPresent(reason -> {
            throw new IllegalArgumentException("ease: " + reason);
        });
        return new Weights(
                fewPeople(train.userCount(), train.itemCount())
                        ? new EaseOfFewPeople(train, lambda, threads).weights(progress)
                        : weights(train, progress));
    }

    private float[][] weights(Interactions train, Progress progress) {
        double[][] inverse = gram(train);
        requireSolution(BlockInverse.invert(inverse, threads, progress));
        float[][] weights = new float[inverse.length][inverse.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                weights[i][j] = i == j ? 0 : (float) (-inverse[i][j] / inverse[j][j]);
            }
        }
        return weights;
    }

    static void requireSolution(boolean found) {
        if (!found) {
            throw new ArithmeticException("ease: the equations have no unique solution; raise lambda");
        }
    }

    private static boolean fewPeople(int people, int items) {
        return people <= items / 2;
    }

    /** How many multiplications a fit takes, but for those that grow with interactions. */
    public static double multiplications(int people, int items) {
        return 2 * Math.pow(fewPeople(people, items) ? people : items, 3);
    }

    /** Why so many items are too many, with the memory that they would need; empty when they aren't. */
    public Optional<String> refusal(int people, int items) {
        long side = fewPeople(people, items) ? people : items;
        long beside = fewPeople(people, items) ? (long) people * items : 0;
        long needed = FLOAT * (long) items * items + DOUBLE * (side * side + beside);
        return needed <= mostBytes
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d items need %,d MB, and %,d MB may be used; take fewer items, more memory or another algorithm",
                        items,
                        needed >> 20,
                        mostBytes >> 20));
    }

    /** The model in a file. */
    public static StorableModel read(Artefact from) {
        long count = from.of("ease").count("weights");
        int items = (int) Math.sqrt((double) count);
        if ((long) items * items != count) {
            throw from.contradiction("a square of weights", count);
        }
        float[][] weights = new float[items][items];
        for (int item = 0; item < items; item++) {
            from.floats("weights", (long) item * items, weights[item]);
        }
        return new Weights(weights);
    }

    /** XᵀX + λI. */
    private double[][] gram(Interactions train) {
        Interactions byItem = train.transposed();
        double[][] gram = new double[train.itemCount()][train.itemCount()];
        Parallel.run(gram.length, threads, () -> item -> {
            double[] row = gram[item];
            for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
                int user = byItem.item(q);
                for (int p = train.start(user); p < train.start(user + 1); p++) {
                    row[train.item(p)] += (double) byItem.weight(q) * train.weight(p);
                }
            }
            row[item] += lambda;
        });
        return gram;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
    private record Weights(float[][] rows) implements ExplainableModel, StorableModel {
        @Override
        public void store(ArtefactWriter into) {
            into.floats("weights", rows);
        }

        @Override
        public int itemCount() {
            return rows.length;
        }

        @Override
        public void score(History history, float[] into) {
            Arrays.fill(into, 0f);
            for (int place = 0; place < history.size(); place++) {
                if (history.item(place) < rows.length) {
                    float weight = history.weight(place);
                    float[] row = rows[history.item(place)];
                    for (int item = 0; item < row.length; item++) {
                        into[item] += weight * row[item];
                    }
                }
            }
        }

        @Override
        public float[] contributions(History history, int item) {
            float[] addends = new float[history.size()];
            for (int place = 0; place < addends.length; place++) {
                addends[place] =
                        history.item(place) < rows.length ? history.weight(place) * rows[history.item(place)][item] : 0;
            }
            return addends;
        }
    }
}
