package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;

/**
 * A network's scores as other sources can be added to: less their mean over all products. A network knows its scores but for a constant, so that only
 * differences mean something; what is below the mean counts nothing then.
 */
public final class NetworkScores {
    private NetworkScores() {}

    /**
     * Scores all products.
     *
     * @param sequence the last products, the oldest first; not empty
     */
    public static float[] of(NetworkModel network, History sequence) {
        float[] scores = new float[network.itemCount()];
        network.score(sequence, scores);
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        float mean = (float) (sum / Math.max(1, scores.length));
        for (int item = 0; item < scores.length; item++) {
            scores[item] -= mean;
        }
        return scores;
    }
}
