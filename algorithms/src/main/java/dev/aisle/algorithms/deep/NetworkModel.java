package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.StorableModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A trained network. A history is a session, the oldest item first; its weights don't count. Of nothing that it knows it says nothing: all
 * scores are 0 then.
 */
public final class NetworkModel implements StorableModel {
    private final Network network;
    private final Weights weights;
    private final ItemFeatures features;
    private final Network.Forward forward;

    /** A network with these weights, on the fastest kernels. */
    public NetworkModel(Network network, Weights weights) {
        this(network, weights, ItemFeatures.NONE);
    }

    /**
     * The same of a network that knows features of the items.
     *
     * @param weights of all {@linkplain ItemFeatures#arrays arrays}, projections too
     */
    public NetworkModel(Network network, Weights weights, ItemFeatures features) {
        this(network, weights, features, Kernels.best());
    }

    NetworkModel(Network network, Weights weights, ItemFeatures features, Kernels kernels) {
        this.network = network;
        this.weights = weights;
        this.features = features;
        this.forward = network.forward(features.served(network, weights, kernels), kernels);
    }

    /**
     * The model in a file.
     *
     * @throws dev.aisle.algorithms.artefact.UnreadableArtefactException when it is none of a network, or its arrays don't fit each other
     */
    public static NetworkModel read(Artefact from) {
        try {
            Network network = Network.read(from.origin().algorithm(), from.ints("network"));
            ItemFeatures features = ItemFeatures.read(from);
            return new NetworkModel(network, Weights.read(features.arrays(network), from), features);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw from.contradiction("a network and weights that fit it", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void store(ArtefactWriter into) {
        into.ints("network", network.numbers());
        features.store(into);
        weights.store(into);
    }

    /** Its shape. */
    public Network network() {
        return network;
    }

    /** What it knows of items beside who took them. */
    public ItemFeatures features() {
        return features;
    }

    /** Its weights, as they were trained. */
    public Weights weights() {
        return weights;
    }

    /**
     * The same network with items behind its own that it never saw: their features alone give them a place.
     *
     * @param newcomers rows of the same columns, as {@link FeatureTerms#rows} makes them
     * @throws IllegalArgumentException when they have other columns
     */
    public NetworkModel with(ItemFeatures newcomers) {
        ItemFeatures all = features.followedBy(newcomers);
        Network larger = network.of(network.items() + newcomers.itemCount());
        Map<String, float[]> arrays = new HashMap<>();
        for (WeightArray array : all.arrays(larger)) {
            arrays.put(array.name(), Arrays.copyOf(weights.array(array.name()), array.size()));
        }
        return new NetworkModel(larger, new Weights(all.arrays(larger), arrays), all);
    }

    @Override
    public int itemCount() {
        return network.items();
    }

    @Override
    public void score(History history, float[] into) {
        int[] session = lastKnown(history);
        if (session.length == 0) {
            Arrays.fill(into, 0f);
        } else {
            forward.score(session, into);
        }
    }

    private int[] lastKnown(History history) {
        int[] last = new int[Math.min(network.window(), history.size())];
        int free = last.length;
        for (int place = history.size() - 1; place >= 0 && free > 0; place--) {
            if (history.item(place) < network.items()) {
                last[--free] = history.item(place);
            }
        }
        return Arrays.copyOfRange(last, free, last.length);
    }
}
