package dev.aisle.algorithms.recommend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Finds the k most similar items of every item. */
final class Neighbourhoods {
    private static final int BLOCK = 64;

    private final Interactions byUser;
    private final Interactions byItem;
    private final ItemKnn parameters;
    private final double[] norms;
    private final int items;
    private final SparseRows rows;

    Neighbourhoods(Interactions weighted, ItemKnn parameters) {
        this.byUser = weighted;
        this.byItem = weighted.transposed();
        this.parameters = parameters;
        this.items = weighted.itemCount();
        this.norms = norms(byItem);
        this.rows = new SparseRows(items, Math.min(parameters.k(), Math.max(1, items - 1)));
    }

    /** A matrix whose row i holds the similarities of N(i). */
    Interactions find(Progress progress) {
        int blocks = (items + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        Parallel.run(blocks, parameters.threads(), () -> {
            IntConsumer search = search();
            return block -> {
                for (int item = block * BLOCK; item < Math.min(items, (block + 1) * BLOCK); item++) {
                    search.accept(item);
                }
                progress.step(done.incrementAndGet(), blocks);
            };
        });
        return rows.matrix(false);
    }

    private IntConsumer search() {
        double[] dots = new double[items];
        int[] touched = new int[items];
        BestKeys best = new BestKeys(rows.width());
        return item -> {
            int count = dots(item, dots, touched);
            best.clear();
            for (int t = 0; t < count; t++) {
                int other = touched[t];
                double similarity = dots[other] / (norms[item] * norms[other] + parameters.shrinkage());
                dots[other] = 0;
                if (other != item) {
                    best.offer(BestKeys.key(other, (float) similarity));
                }
            }
            rows.keep(item, best.bestFirst());
        };
    }

    /** Adds up {@code Σ_u w_ui w_uj} for every j that shares a user with the item; returns how many were touched. */
    private int dots(int item, double[] dots, int[] touched) {
        int count = 0;
        for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
            int user = byItem.item(q);
            double weight = byItem.weight(q);
            for (int p = byUser.start(user); p < byUser.start(user + 1); p++) {
                int other = byUser.item(p);
                if (dots[other] == 0) {
                    touched[count++] = other;
                }
                dots[other] += weight * byUser.weight(p);
            }
        }
        return count;
    }

    private static double[] norms(Interactions byItem) {
        double[] norms = new double[byItem.userCount()];
        for (int item = 0; item < norms.length; item++) {
            double sum = 0;
            for (int p = byItem.start(item); p < byItem.start(item + 1); p++) {
                sum += (double) byItem.weight(p) * byItem.weight(p);
            }
            norms[item] = Math.sqrt(sum);
        }
        return norms;
    }
}
