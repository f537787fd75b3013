package dev.aisle.training;

import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
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

    static Objective objective(Network network) {
        return network instanceof FeatureNetwork ? Objective.SQUARED : Objective.SOFTMAX;
    }
}
