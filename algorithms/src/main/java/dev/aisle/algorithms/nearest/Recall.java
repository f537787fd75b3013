package dev.aisle.algorithms.nearest;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.ScoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How much of the truly best an index finds. A row that is as good as the last of them is one of them: products that the same people
 * bought have equal factors.
 */
public final class Recall {
    /** The recall of the issue and of most papers. */
    public static final int AT = 20;

    private static final int MIXED = 5;
    private static final float ROUNDING = 1e-5f;

    private final List<float[]> queries;
    private final float[] least;
    private final int at;

    /**
     * Finds the truth by looking at all rows.
     *
     * @param queries of the rows' width, at least one
     * @param at of the best so many
     */
    public Recall(FloatRows rows, List<float[]> queries, int at) {
        this.queries = List.copyOf(queries);
        this.at = Math.min(at, rows.rows());
        this.least = new float[queries.size()];
        AllRows all = new AllRows(rows);
        for (int question = 0; question < least.length && this.at > 0; question++) {
            float worst = all.top(queries.get(question), this.at).getLast().score();
            least[question] = worst - ROUNDING * Math.abs(worst);
        }
    }

    /** Questions like those of people: each the mean of a row and of rows like it, as a fold-in of a short history is. */
    public static List<float[]> questions(FloatRows rows, int count, long seed) {
        Random random = new Random(seed);
        AllRows all = new AllRows(rows);
        List<float[]> questions = new ArrayList<>();
        for (int question = 0; question < count && rows.rows() > 0; question++) {
            float[] sum = row(rows, random.nextInt(rows.rows()));
            List<ScoredItem> near = all.top(sum, 10 * MIXED);
            for (int other = 1; other < MIXED; other++) {
                float[] added = row(rows, near.get(random.nextInt(near.size())).item());
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += added[i];
                }
            }
            questions.add(sum);
        }
        return questions;
    }

    private static float[] row(FloatRows rows, int row) {
        float[] copy = new float[rows.width()];
        System.arraycopy(rows.values(), row * rows.stride(), copy, 0, copy.length);
        return copy;
    }

    /** The mean share that the index finds; 1 when there is nothing to find. */
    public double of(NearestRows index) {
        double sum = 0;
        for (int question = 0; question < least.length; question++) {
            float worst = least[question];
            sum += index.top(queries.get(question), at).stream()
                    .filter(item -> item.score() >= worst)
                    .count();
        }
        return at == 0 || least.length == 0 ? 1 : sum / (at * (double) least.length);
    }
}
