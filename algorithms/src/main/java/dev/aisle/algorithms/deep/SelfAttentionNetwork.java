package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * Causal self-attention: each item of a session looks at those before it. Blocks normalise before attention and before the two dense layers, and
 * add to what they were given; items and what is scored share one table.
 *
 * @param items ≥ 0
 * @param width of a vector, a multiple of heads
 * @param layers of attention, ≥ 1
 * @param heads ≥ 1
 * @param window last items of a session that count, ≥ 1
 * @see <a href="https://doi.org/10.1109/ICDM.2018.00035">Kang, McAuley 2018 (SASRec)</a>
 */
public record SelfAttentionNetwork(int items, int width, int layers, int heads, int window) implements Network {
    /** In model files. */
    public static final String NAME = "sasrec";

    /** Checks the shape. */
    public SelfAttentionNetwork {
        Network.require(
                items >= 0 && Network.possible(width, layers, heads, window) && width % heads == 0,
                NAME,
                "layers, heads, window from 1 to " + MOST + " and width a multiple of heads",
                "width=" + width + ", layers=" + layers + ", heads=" + heads + ", window=" + window);
    }

    static SelfAttentionNetwork read(int... numbers) {
        Network.requireNumbers(5, NAME, numbers);
        return new SelfAttentionNetwork(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SelfAttentionNetwork of(int other) {
        return new SelfAttentionNetwork(other, width, layers, heads, window);
    }

    @Override
    public int[] numbers() {
        return new int[] {items, width, layers, heads, window};
    }

    @Override
    public List<WeightArray> arrays() {
        List<WeightArray> arrays = new ArrayList<>();
        arrays.add(WeightArray.embedding("items", items, width));
        arrays.add(WeightArray.embedding("positions", window, width));
        for (int layer = 0; layer < layers; layer++) {
            arrays.addAll(block(layer + "."));
        }
        arrays.add(WeightArray.gain("norm.gain", width));
        arrays.add(WeightArray.bias("norm.bias", width));
        return arrays;
    }

    private List<WeightArray> block(String layer) {
        return List.of(
                WeightArray.gain(layer + "attention.gain", width),
                WeightArray.bias(layer + "attention.bias", width),
                WeightArray.dense(layer + "query", width, width),
                WeightArray.dense(layer + "key", width, width),
                WeightArray.dense(layer + "value", width, width),
                WeightArray.dense(layer + "mix", width, width),
                WeightArray.gain(layer + "dense.gain", width),
                WeightArray.bias(layer + "dense.bias", width),
                WeightArray.dense(layer + "inner", width, width),
                WeightArray.bias(layer + "inner.bias", width),
                WeightArray.dense(layer + "outer", width, width),
                WeightArray.bias(layer + "outer.bias", width));
    }

    @Override
    public List<String> perItem() {
        return List.of("items");
    }

    @Override
    public Forward forward(Weights weights, Kernels kernels) {
        return new SelfAttentionForward(this, weights, kernels);
    }
}
