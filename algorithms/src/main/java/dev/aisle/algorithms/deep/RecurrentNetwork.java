package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.List;

/**
 * A gated recurrent unit that reads a session item by item. Items and what is scored share one table; each item has a level of its own beside.
 *
 * @param items ≥ 0
 * @param width of a vector and of the state
 * @param window last items of a session that count, ≥ 1
 * @see <a href="https://arxiv.org/abs/1511.06939">Hidasi et al. 2016 (GRU4Rec)</a>
 */
public record RecurrentNetwork(int items, int width, int window) implements Network {
    /** In model files. */
    public static final String NAME = "gru4rec";

    private static final String LEVELS = "levels";

    /** Checks the shape. */
    public RecurrentNetwork {
        Network.require(
                items >= 0 && Network.possible(width, window),
                NAME,
                "width, window from 1 to " + MOST,
                "width=" + width + ", window=" + window);
    }

    static RecurrentNetwork read(int... numbers) {
        Network.requireNumbers(3, NAME, numbers);
        return new RecurrentNetwork(numbers[0], numbers[1], numbers[2]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RecurrentNetwork of(int other) {
        return new RecurrentNetwork(other, width, window);
    }

    @Override
    public int[] numbers() {
        return new int[] {items, width, window};
    }

    /** The rows of the gates: reset, update, new state; width rows each. */
    @Override
    public List<WeightArray> arrays() {
        float deviation = WeightArray.inverseRoot(width);
        return List.of(
                WeightArray.embedding("items", items, width),
                new WeightArray("gates.input", 3 * width, width, deviation, 0f),
                new WeightArray("gates.state", 3 * width, width, deviation, 0f),
                WeightArray.bias("gates.input.bias", 3 * width),
                WeightArray.bias("gates.state.bias", 3 * width),
                WeightArray.level(LEVELS, items));
    }

    @Override
    public List<String> perItem() {
        return List.of("items", LEVELS);
    }

    @Override
    public Forward forward(Weights weights, Kernels kernels) {
        return new RecurrentForward(this, weights, kernels);
    }
}
