package dev.aisle.training;

import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.deep.WeightArray;
import dev.aisle.algorithms.deep.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One network of each kind. */
final class SmallNetworks {
    private SmallNetworks() {}

    static Stream<Network> of(int items, int width, int window) {
        return Stream.of(
                new SelfAttentionNetwork(items, width, 2, 2, window),
                new RecurrentNetwork(items, width, window),
                new CaserNetwork(items, width, Math.min(window, 5), 4, 2),
                new FeatureNetwork(items, width, window, 4));
    }

    /** Three numbers of each item but the last one. */
    static ItemFeatures features(int items) {
        SplittableRandom random = new SplittableRandom(7);
        List<float[]> vectors = new ArrayList<>();
        for (int item = 0; item + 1 < items; item++) {
            vectors.add(new float[] {random.nextFloat() - 0.5f, random.nextFloat(), -random.nextFloat()});
        }
        vectors.add(new float[0]);
        return ItemFeatures.of(vectors);
    }

    /** Random weights of which none is exactly zero or one: a rectifier has no gradient at zero. */
    static Weights spread(Network network, ItemFeatures features) {
        List<WeightArray> arrays = features.arrays(network);
        Weights weights = Weights.random(arrays, 5);
        SplittableRandom random = new SplittableRandom(6);
        arrays.stream().filter(array -> array.deviation() == 0).forEach(array -> {
            float[] values = weights.array(array.name());
            for (int n = 0; n < values.length; n++) {
                values[n] += (float) random.nextGaussian(0, 0.3);
            }
        });
        return weights;
    }

    static Objective objective(Network network) {
        return network instanceof FeatureNetwork ? Objective.SQUARED : Objective.SOFTMAX;
    }
}
