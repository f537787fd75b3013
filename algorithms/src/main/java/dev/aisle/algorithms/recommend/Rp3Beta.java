package dev.aisle.algorithms.recommend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * A random walk of three steps, person → item → person → item, against popular items: {@code s(i, j) = Σ_u p(i→u)^α p(u→j)^α / popularity(j)^β},
 * of which the k largest of each i and of each j are kept; {@code score(j) = Σ_{i ∈ history} w_i s(i, j)}. Memory: 8 bytes × items × k.
 *
 * @param k neighbours of an item, ≥ 1
 * @param alpha exponent of the steps, &gt; 0
 * @param beta how much popular items are held back, ≥ 0
 * @param normalised whether the similarities of an item are divided by their sum
 * @param threads how many work at it, ≥ 1; the result doesn't depend on it
 * @see <a href="https://doi.org/10.1145/2955101">Paudel, Christoffel, Newell, Bernstein 2017</a>
 */
public record Rp3Beta(int k, float alpha, float beta, boolean normalised, int threads) implements Algorithm {
    private static final int BLOCK = 64;

    /** Checks the parameters. */
    public Rp3Beta {
        if (k < 1 || !(alpha > 0) || !(beta >= 0) || threads < 1) {
            throw new IllegalArgumentException("rp3beta: expected k ≥ 1, alpha > 0, beta ≥ 0, threads ≥ 1; was k=" + k
                    + ", alpha=" + alpha + ", beta=" + beta + ", threads=" + threads);
        }
    }

    /** Parameters that did well on several shops. */
    public static Rp3Beta withDefaults() {
        return new Rp3Beta(200, 0.4f, 0.3f, false, 2);
    }

    @Override
    public String name() {
        return "rp3beta";
    }

    @Override
    public ItemKnn.Model fit(Interactions train, Progress progress) {
        Interactions byItem = train.transposed();
        double[] steps = fromPeople(train);
        double[] penalties = new double[train.itemCount()];
        for (int item = 0; item < penalties.length; item++) {
            penalties[item] = Math.pow(Math.max(1, byItem.countOf(item)), -beta);
        }
        SparseRows rows = new SparseRows(train.itemCount(), Math.min(k, Math.max(1, train.itemCount() - 1)));
        int blocks = (train.itemCount() + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        Parallel.run(blocks, threads, () -> {
            IntConsumer walk = walk(train, byItem, steps, penalties, rows);
            return block -> {
                for (int item = block * BLOCK; item < Math.min(train.itemCount(), (block + 1) * BLOCK); item++) {
                    walk.accept(item);
                }
                progress.step(done.incrementAndGet(), blocks);
            };
        });
        Interactions lists = nearest(rows.matrix(normalised).transposed()).transposed();
        return new ItemKnn.Model(lists.offsets(), lists.indexes(), lists.weights(), false);
    }

    /** Of each item's speakers the k strongest: else a popular item hears everybody. */
    private Interactions nearest(Interactions byTarget) {
        SparseRows kept = new SparseRows(byTarget.userCount(), Math.min(k, Math.max(1, byTarget.itemCount())));
        BestKeys best = new BestKeys(kept.width());
        for (int target = 0; target < byTarget.userCount(); target++) {
            best.clear();
            for (int p = byTarget.start(target); p < byTarget.start(target + 1); p++) {
                best.offer(BestKeys.key(byTarget.item(p), byTarget.weight(p)));
            }
            kept.keep(target, best.bestFirst());
        }
        return kept.matrix(false);
    }

    /** By place: the probability of the step from the person to the item, to the power of α. */
    private double[] fromPeople(Interactions train) {
        double[] steps = new double[train.size()];
        for (int user = 0; user < train.userCount(); user++) {
            double sum = 0;
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                sum += train.weight(p);
            }
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                steps[p] = Math.pow(train.weight(p) / sum, alpha);
            }
        }
        return steps;
    }

    private IntConsumer walk(
            Interactions train, Interactions byItem, double[] steps, double[] penalties, SparseRows rows) {
        double[] sums = new double[train.itemCount()];
        int[] touched = new int[train.itemCount()];
        BestKeys best = new BestKeys(rows.width());
        return item -> {
            int count = 0;
            double back = Math.pow(1.0 / Math.max(1, byItem.countOf(item)), alpha);
            for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
                int user = byItem.item(q);
                for (int p = train.start(user); p < train.start(user + 1); p++) {
                    int other = train.item(p);
                    if (sums[other] == 0) {
                        touched[count++] = other;
                    }
                    sums[other] += back * steps[p];
                }
            }
            best.clear();
            for (int t = 0; t < count; t++) {
                int other = touched[t];
                if (other != item) {
                    best.offer(BestKeys.key(other, (float) (sums[other] * penalties[other])));
                }
                sums[other] = 0;
            }
            rows.keep(item, best.bestFirst());
        };
    }
}
