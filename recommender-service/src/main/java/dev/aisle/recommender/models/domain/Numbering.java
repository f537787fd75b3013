package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;

/** Lets a model that numbers products in its own way be asked and judged in the numbers of a training set. */
final class Numbering {
    /** By number in the set: the number in the model; negative when the model doesn't know the product. */
    private final int[] inModel;

    Numbering(String[] productIds, TrainedModel model) {
        this.inModel = Arrays.stream(productIds).mapToInt(model::indexOf).toArray();
    }

    /** A history in the model's numbers, without what it doesn't know. */
    History ofModel(History history) {
        int[] items = new int[history.size()];
        float[] weights = new float[history.size()];
        int size = 0;
        for (int place = 0; place < history.size(); place++) {
            int item = inModel[history.item(place)];
            if (item >= 0) {
                items[size] = item;
                weights[size++] = history.weight(place);
            }
        }
        return History.of(Arrays.copyOf(items, size), Arrays.copyOf(weights, size));
    }

    /** Scores in the set's numbers; what the model doesn't know has the lowest. */
    float[] ofSet(float[] scores) {
        float[] own = new float[inModel.length];
        for (int item = 0; item < own.length; item++) {
            own[item] = inModel[item] < 0 ? Float.NEGATIVE_INFINITY : scores[inModel[item]];
        }
        return own;
    }
}
