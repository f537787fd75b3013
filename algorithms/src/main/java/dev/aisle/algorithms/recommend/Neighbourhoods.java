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
    private final int first;
    private final int count;
    private final SparseRows rows;

    Neighbourhoods(Interactions weighted, ItemKnn parameters) {
        this(weighted, weighted.transposed(), parameters);
    }

    private Neighbourhoods(Interactions byUser, Interactions byItem, ItemKnn parameters) {
        this(byUser, byItem, parameters, norms(byItem), 0, byUser.itemCount());
    }

    /** Of the items {@code first … first + count − 1} only, where everybody's whole row is there who has one of them. */
    Neighbourhoods(Interactions weighted, ItemKnn parameters, double[] norms, int first, int count) {
        this(weighted, weighted.transposed(), parameters, norms, first, count);
    }

    private Neighbourhoods(
            Interactions byUser, Interactions byItem, ItemKnn parameters, double[] norms, int first, int count) {
        this.byUser = byUser;
        this.byItem = byItem;
        this.parameters = parameters;
        this.items = byUser.itemCount();
        this.norms = norms;
        this.first = first;
        this.count = count;
        this.rows = new SparseRows(count, Math.min(parameters.k(), Math.max(1, items - 1)), items);
    }

    /** A matrix whose row i holds the similarities of N(first + i). */
    Interactions find(Progress progress) {
        int blocks = (count + BLOCK - 1) / BLOCK;
        AtomicInteger done = new AtomicInteger();
        Parallel.run(blocks, parameters.threads(), () -> {
            IntConsumer search = search();
            return block -> {
                for (int place = block * BLOCK; place < Math.min(count, (block + 1) * BLOCK); place++) {
                    search.accept(first + place);
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
            int touches = dots(item, dots, touched);
            best.clear();
            for (int t = 0; t < touches; t++) {
                int other = touched[t];
                double similarity = dots[other] / (norms[item] * norms[other] + parameters.shrinkage());
                dots[other] = 0;
                if (other != item) {
                    best.offer(BestKeys.key(other, (float) similarity));
                }
            }
            rows.keep(item - first, best.bestFirst());
        };
    }

    /** Adds up {@code Σ_u w_ui w_uj} for every j that shares a user with the item; returns how many were touched. */
    private int dots(int item, double[] dots, int[] touched) {
        int touches = 0;
        for (int q = byItem.start(item); q < byItem.start(item + 1); q++) {
            int user = byItem.item(q);
            double weight = byItem.weight(q);
            for (int p = byUser.start(user); p < byUser.start(user + 1); p++) {
                int other = byUser.item(p);
                if (dots[other] == 0) {
                    touched[touches++] = other;
                }
                dots[other] += weight * byUser.weight(p);
            }
        }
        return touches;
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
