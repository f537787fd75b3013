package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;

/**
 * A network's scores as other sources can be added to: {@code exp((s − max s) / 2)}, the square root of how probable a product is beside the most probable one. A
 * softmax knows its scores but for a constant, so that only differences may count.
 */
public final class NetworkScores {
    private static final double FLATTENED = 2;

    private NetworkScores() {}

    /**
     * Scores all products, 0 to 1; the most probable has 1.
     *
     * @param sequence the last products, the oldest first; not empty
     */
    public static float[] of(NetworkModel network, History sequence) {
        float[] scores = new float[network.itemCount()];
        network.score(sequence, scores);
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (float) Math.exp((scores[item] - most) / FLATTENED);
        }
        return scores;
    }
}
