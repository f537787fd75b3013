package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.History;
import java.util.Arrays;

/** Lets a model that numbers products in its own way be asked and judged in the numbers of a training set. */
public final class Numbering {
    /** By number in the set: the number in the model; negative when the model doesn't know the product. */
    private final int[] inModel;

    /** Between a set of these products and a model. */
    public Numbering(String[] productIds, TrainedModel model) {
        this.inModel = Arrays.stream(productIds).mapToInt(model::indexOf).toArray();
    }

    /** A history in the model's numbers, without what it doesn't know. */
    public History ofModel(History history) {
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

    /** Products in the model's numbers, without what it doesn't know. */
    public int[] known(int... items) {
        return Arrays.stream(items)
                .map(item -> inModel[item])
                .filter(item -> item >= 0)
                .toArray();
    }

    /** How many of the last ones the model knows. */
    public int knownAtEnd(int[] items, int last) {
        return known(Arrays.copyOfRange(items, items.length - last, items.length)).length;
    }

    /** Scores in the set's numbers; what the model doesn't know has the lowest. */
    public float[] ofSet(float[] scores) {
        float[] own = new float[inModel.length];
        for (int item = 0; item < own.length; item++) {
            own[item] = inModel[item] < 0 ? Float.NEGATIVE_INFINITY : scores[inModel[item]];
        }
        return own;
    }
}
