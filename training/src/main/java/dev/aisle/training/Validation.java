package dev.aisle.training;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;
import java.util.List;

/**
 * How well held-back items are found, by what will serve: mean of {@code 1 / log2(1 + rank)} among all items.
 *
 * @param held sessions whose last item is to be found
 */
record Validation(List<int[]> held) {
    double of(NetworkModel model) {
        float[] scores = new float[model.itemCount()];
        double sum = 0;
        for (int[] session : held) {
            model.score(History.of(Arrays.copyOf(session, session.length - 1)), scores);
            sum += Math.log(2) / Math.log(1 + rank(scores, session[session.length - 1]));
        }
        return sum / Math.max(1, held.size());
    }

    /** Of equal scores half are better. */
    private static double rank(float[] scores, int item) {
        int better = 0;
        int equal = 0;
        for (float score : scores) {
            better += score > scores[item] ? 1 : 0;
            equal += score == scores[item] ? 1 : 0;
        }
        return 1 + better + (equal - 1) / 2.0;
    }
}
