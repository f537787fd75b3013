package dev.aisle.recommender;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.deep.FeatureTerms;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Recurrent networks whose weights were written down instead of trained. */
public final class KnowingNetwork {
    private static final int STEPS = 5;
    private static final int WINDOW = 8;

    private KnowingNetwork() {}

    /** One that says 1 of what follows the last item, 1/2 of what follows that, and so on; 0 of everything else. */
    public static NetworkModel of(int items, IntUnaryOperator next) {
        RecurrentNetwork network = new RecurrentNetwork(items, items, WINDOW);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (WeightArray array : network.arrays()) {
            arrays.put(array.name(), new float[array.size()]);
        }
        float[] table = arrays.getOrDefault("items", new float[0]);
        float[] input = arrays.getOrDefault("gates.input", new float[0]);
        float[] bias = arrays.getOrDefault("gates.input.bias", new float[0]);
        for (int item = 0; item < items; item++) {
            table[item * items + item] = 1;
            // Nothing of the former state stays.
            bias[items + item] = -40;
            int following = item;
            for (int step = 1; step <= STEPS; step++) {
                following = next.applyAsInt(following);
                double wanted = Math.min(0.999, 1.0 / step);
                double inverse = 0.5 * Math.log((1 + wanted) / (1 - wanted));
                input[(2 * items + following) * items + item] = (float) (inverse / Math.sqrt(items));
            }
        }
        return new NetworkModel(network, new Weights(network.arrays(), arrays));
    }

    /**
     * The same, which takes what has a word in its title for another item, on top of what it is.
     *
     * @param having items that had the word in the training, at least two
     */
    public static NetworkModel knowing(int items, IntUnaryOperator next, String word, List<Integer> having, int meant) {
        ItemContent.Builder content = ItemContent.collect(items);
        having.forEach(item -> content.text(item, "title", word));
        ItemContent learned = content.build();
        ItemFeatures features = FeatureTerms.of(learned, 1).rows(learned);
        NetworkModel plain = of(items, next);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        plain.network()
                .arrays()
                .forEach(array -> arrays.put(array.name(), plain.weights().array(array.name())));
        for (String name : plain.network().perItem()) {
            arrays.put(
                    ItemFeatures.projection(name), new float[arrays.getOrDefault(name, new float[0]).length / items]);
        }
        arrays.getOrDefault(ItemFeatures.projection("items"), new float[0])[meant] = 1;
        return new NetworkModel(plain.network(), new Weights(features.arrays(plain.network()), arrays), features);
    }

    /** One that knows nothing. */
    public static NetworkModel guessing(int items) {
        RecurrentNetwork network = new RecurrentNetwork(items, 8, WINDOW);
        return new NetworkModel(network, Weights.random(network.arrays(), 1));
    }
}
