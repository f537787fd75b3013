package dev.aisle.recommender.search.content;

import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Products by what people do with them: their factors in the model. One sense among others; new products lack it.
 *
 * @param model whose factors count
 */
record Behaviour(TrainedModel model) {
    /**
     * Cosines to the weighted mean of some products' factors, each divided by its length first.
     *
     * @param weights product id → weight &gt; 0
     * @return by product of {@code among}; without those that the model doesn't know, empty when it knows none of the weighted
     */
    public Map<String, Float> cosines(Map<String, Float> weights, Collection<String> among) {
        int rank = model.als().rank();
        float[] mean = new float[rank];
        weights.forEach((id, weight) -> {
            int item = model.indexOf(id);
            float length = item < 0 ? 0 : length(factors(), item * rank);
            for (int f = 0; length > 0 && f < rank; f++) {
                mean[f] += weight / length * factors()[item * rank + f];
            }
        });
        float ofMean = length(mean, 0);
        Map<String, Float> cosines = new HashMap<>();
        for (String id : among) {
            int item = ofMean > 0 ? model.indexOf(id) : -1;
            float length = item < 0 ? 0 : length(factors(), item * rank);
            if (length > 0) {
                cosines.put(id, Kernels.best().dot(mean, 0, factors(), item * rank, rank) / (ofMean * length));
            }
        }
        return cosines;
    }

    private float[] factors() {
        AlsModel als = model.als();
        return als.itemFactors();
    }

    private float length(float[] values, int at) {
        int rank = model.als().rank();
        return (float) Math.sqrt(Kernels.best().dot(values, at, values, at, rank));
    }
}
