package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.RecurrentNetwork;
import dev.aisle.algorithms.deep.SelfAttentionNetwork;

/** A network as a graph that gradients flow through. Arrays live until the caller's {@code NDScope} ends. */
interface TorchNetwork {
    /** What it is the graph of. */
    Network shape();

    /**
     * What the network makes of the sessions up to each place.
     *
     * @param dropout share of numbers to leave out; 0 outside training
     * @return places × width
     */
    NDArray answers(Batch batch, float dropout);

    /** Scores of all items: places × items. */
    NDArray scores(NDArray answers);

    /**
     * Scores of some items.
     *
     * @param candidates places × n
     * @return places × n
     */
    default NDArray scores(NDArray answers, NDArray candidates) {
        return scores(answers).gather(candidates, 1);
    }

    /**
     * Scores of the same items for all places.
     *
     * @param items n
     * @return places × n
     */
    default NDArray among(NDArray answers, NDArray items) {
        Shape all = new Shape(answers.getShape().get(0), items.size());
        return scores(answers, items.reshape(1, items.size()).broadcast(all));
    }

    /** The graph of a shape. */
    static TorchNetwork of(Network network, Variables variables) {
        return switch (network) {
            case SelfAttentionNetwork shape -> new TorchSelfAttention(shape, variables);
            case RecurrentNetwork shape -> new TorchRecurrent(shape, variables);
            case CaserNetwork shape -> new TorchCaser(shape, variables);
            case FeatureNetwork shape -> new TorchFeatures(shape, variables);
        };
    }
}
