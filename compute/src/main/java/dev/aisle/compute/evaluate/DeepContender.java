package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;

/**
 * A network, trained by whoever is on the class path.
 *
 * @param algorithm ready to fit
 * @param content whether it also learns what items are
 */
record DeepContender(DeepAlgorithm algorithm, boolean content) implements Contender {
    /** A search trains with a fifth of the epochs. */
    private static final int HURRY = 5;

    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        Optional<String> unknown = content ? Traits.missing(data) : Optional.empty();
        return sequences(algorithm).refusal(data).or(() -> unknown).or(DeepAlgorithm::missing);
    }

    @Override
    public Contender hurried() {
        TrainingPlan plan = algorithm.plan();
        int epochs = (plan.epochs() + HURRY - 1) / HURRY;
        return new DeepContender(
                new DeepAlgorithm(
                        algorithm.network(),
                        new TrainingPlan(
                                epochs,
                                plan.patience(),
                                plan.batch(),
                                plan.rate(),
                                plan.dropout(),
                                plan.objective(),
                                plan.seed())),
                content);
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        DeepAlgorithm knowing = content ? algorithm.with(Traits.features(data)) : algorithm;
        return sequences(knowing).fit(data, fold, progress);
    }

    private static SequenceContender sequences(DeepAlgorithm algorithm) {
        return new SequenceContender(algorithm);
    }
}
