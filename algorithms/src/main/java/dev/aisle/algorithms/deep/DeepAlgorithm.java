package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SequenceAlgorithm;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.Optional;

/**
 * A network to be trained by whoever is on the class path.
 *
 * @param network of any number of items
 * @param plan how
 * @param features of the items of the train that it will be fitted on, or none
 */
public record DeepAlgorithm(Network network, TrainingPlan plan, ItemFeatures features) implements SequenceAlgorithm {
    private static final String NOBODY =
            "it is trained by PyTorch, which isn't on the class path; ./aisle evaluate, asked for it by name, "
                    + "builds the module training and fetches PyTorch (112 MB) the first time";

    /** A network that knows nothing of items but who took them. */
    public DeepAlgorithm(Network network, TrainingPlan plan) {
        this(network, plan, ItemFeatures.NONE);
    }

    /** The same with features of items. */
    public DeepAlgorithm with(ItemFeatures known) {
        return new DeepAlgorithm(network, plan, known);
    }

    @Override
    public String name() {
        return network.name();
    }

    /** Why nothing can be trained here; empty when it can. */
    public static Optional<String> missing() {
        return NetworkTrainer.find().map(NetworkTrainer::missing).orElse(Optional.of(NOBODY));
    }

    /** @throws IllegalStateException when something is {@link #missing} */
    @Override
    public NetworkModel fit(Sessions train, Progress progress) {
        NetworkTrainer trainer = NetworkTrainer.find().orElseThrow(() -> new IllegalStateException(NOBODY));
        return trainer.train(network.of(train.itemCount()), plan, train, features, progress);
    }
}
