package dev.aisle.algorithms.evaluate;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/**
 * How far the categories of a list are from those of the history: {@code KL(p ‖ q̃) = Σ_c p_c ln(p_c / q̃_c)}, in nats, with
 * {@code q̃ = 0.99 q + 0.01 p} so that it stays finite. An item counts one, shared evenly among its categories. 0 is calibrated.
 *
 * @see <a href="https://doi.org/10.1145/3240323.3240372">Steck 2018</a>
 */
final class Calibration {
    private static final double SMOOTHING = 0.01;

    private final ItemSets categories;
    private final double[] history;
    private final double[] list;

    Calibration(ItemSets categories) {
        this.categories = categories;
        this.history = new double[categories.memberCount()];
        this.list = new double[categories.memberCount()];
    }

    /** The divergence of the first k; none when no item of the history or of the list has a category. */
    OptionalDouble of(JudgedList judged, int k) {
        int known = fill(history, judged::history, judged.historySize());
        int shown = fill(list, judged::item, judged.shown(k));
        if (known == 0 || shown == 0) {
            return OptionalDouble.empty();
        }
        double divergence = 0;
        for (int c = 0; c < history.length; c++) {
            double p = history[c] / known;
            double q = (1 - SMOOTHING) * list[c] / shown + SMOOTHING * p;
            divergence += p == 0 ? 0 : p * Math.log(p / q);
        }
        return OptionalDouble.of(divergence);
    }

    /** Returns how many of the items have a category. */
    private int fill(double[] shares, IntUnaryOperator items, int count) {
        Arrays.fill(shares, 0);
        int categorised = 0;
        for (int n = 0; n < count; n++) {
            int item = items.applyAsInt(n);
            int size = categories.size(item);
            categorised += size > 0 ? 1 : 0;
            for (int m = 0; m < size; m++) {
                shares[categories.member(item, m)] += 1.0 / size;
            }
        }
        return categorised;
    }
}
