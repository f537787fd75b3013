package dev.aisle.algorithms.deep;

import java.util.List;
import java.util.stream.Stream;

/** One network of each kind, and one of odd sizes. */
final class SomeNetworks {
    static final int ITEMS = 23;

    private SomeNetworks() {}

    static List<Network> all() {
        return List.of(
                new SelfAttentionNetwork(ITEMS, 16, 2, 2, 7),
                new SelfAttentionNetwork(ITEMS, 9, 1, 3, 5),
                new RecurrentNetwork(ITEMS, 13, 6),
                new CaserNetwork(ITEMS, 12, 5, 3, 2),
                new FeatureNetwork(ITEMS, 11, 8, 4));
    }

    static Stream<NetworkModel> models() {
        return all().stream().map(network -> new NetworkModel(network, random(network)));
    }

    static Weights random(Network network) {
        return Weights.random(network.arrays(), 7);
    }
}
