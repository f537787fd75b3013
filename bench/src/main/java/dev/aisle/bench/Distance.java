package dev.aisle.bench;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far training is from what the machine could do. The exact form is held against its multiply-adds at the peak of the processor, each row in
 * the form with fewer of them; conjugate gradients against fetching each interaction's row once a side.
 */
final class Distance {
    private final Interactions shop;
    private final int rank;
    private final double flops;
    private final double itemRows;
    private final double userRows;

    /** @param limits what the process of the limits said: first the peak, then rows from a table of items, then of people */
    Distance(Interactions shop, int rank, List<Map<String, String>> limits) {
        this.shop = shop;
        this.rank = rank;
        this.flops = RecommendBench.number(limits.get(0), "flops");
        this.itemRows = RecommendBench.number(limits.get(1), "rate");
        this.userRows = RecommendBench.number(limits.get(2), "rate");
        figure("kernels", limits.get(0).getOrDefault("kernels", "?").replace('_', ' '));
        figure("limit: multiply-adds", String.format(Locale.ROOT, "%.0f GFLOP a CPU-s", flops / 1e9));
        figure(
                "limit: gather + dot + axpy",
                String.format(
                        Locale.ROOT,
                        "%.1f million rows a CPU-s of %,d items, %.1f of %,d people",
                        itemRows / 1e6,
                        shop.itemCount(),
                        userRows / 1e6,
                        shop.userCount()));
    }

    void print(Map<String, Spread> costs) {
        double arithmetic = (operations(shop) + operations(shop.transposed())) / flops;
        double memory = shop.size() / itemRows + shop.size() / userRows;
        line("exact: arithmetic", arithmetic, costs.get("aisle exact"));
        line("cg:3: memory", memory, costs.get("aisle cg:3"));
    }

    private static void line(String what, double bound, @Nullable Spread cost) {
        if (cost != null) {
            figure(
                    "bound of an iteration, " + what,
                    String.format(Locale.ROOT, "%.4g CPU-s; measured %.1f times that", bound, cost.median() / bound));
        }
    }

    /** Two for each multiply-add of building, factoring and solving a row's equations. */
    private double operations(Interactions rows) {
        double sum = 0;
        double r = rank;
        for (int row = 0; row < rows.userCount(); row++) {
            double n = rows.countOf(row);
            double primal = n * r * r / 2 + r * r * r / 6 + r * r;
            double dual = n * n * r / 2 + n * n * n / 6 + n * n + 2 * n * r;
            sum += 2 * Math.min(primal, dual);
        }
        return sum;
    }

    private static void figure(String what, String value) {
        RecommendBench.figure(what, value);
    }
}
