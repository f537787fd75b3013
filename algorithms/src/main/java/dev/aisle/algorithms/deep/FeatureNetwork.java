package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.List;

/**
 * The features of a person and of an item side by side, as two channels of a line: convolution of three neighbours, ReLU, a dense layer, whose
 * sum is squeezed by a sigmoid in training. The order of the features is the network's own to learn. A person's features are the mean of those
 * of the session. Scores are the sum before the sigmoid, which would make all good ones 1 in float32 and changes no order.
 *
 * @param items ≥ 0
 * @param width features of each side
 * @param window last items of a session that count, ≥ 1
 * @param filters ≥ 1
 */
public record FeatureNetwork(int items, int width, int window, int filters) implements Network {
    /** In model files. */
    public static final String NAME = "cnn";

    /** Neighbours that a filter sees. */
    public static final int REACH = 3;

    /** Checks the shape. */
    public FeatureNetwork {
        Network.require(
                items >= 0 && Network.possible(width, window, filters),
                NAME,
                "width, window, filters from 1 to " + MOST,
                "width=" + width + ", window=" + window + ", filters=" + filters);
    }

    static FeatureNetwork read(int... numbers) {
        Network.requireNumbers(4, NAME, numbers);
        return new FeatureNetwork(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FeatureNetwork of(int other) {
        return new FeatureNetwork(other, width, window, filters);
    }

    @Override
    public int[] numbers() {
        return new int[] {items, width, window, filters};
    }

    /** A filter's row: what it multiplies three neighbours of the person with, then those of the item. */
    @Override
    public List<WeightArray> arrays() {
        return List.of(
                new WeightArray("person", items, width, 1f, 0f),
                new WeightArray("items", items, width, 1f, 0f),
                new WeightArray("filters", filters, 2 * REACH, WeightArray.inverseRoot(2 * REACH), 0f),
                WeightArray.bias("filters.bias", filters),
                new WeightArray("dense", filters, width, WeightArray.inverseRoot(filters * width), 0f),
                WeightArray.bias("dense.bias", 1));
    }

    @Override
    public List<String> perItem() {
        return List.of("person", "items");
    }

    @Override
    public Forward forward(Weights weights, Kernels kernels) {
        return new FeatureForward(this, weights, kernels);
    }
}
