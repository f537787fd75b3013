package dev.aisle.training;

import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.NetworkTrainer;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.Optional;

/** Trains by DJL's PyTorch engine, one network at a time: the engine collects gradients once a process. */
public final class DjlTrainer implements NetworkTrainer {
    private static final Object ONE_AT_A_TIME = new Object();

    @Override
    public Optional<String> missing() {
        return PyTorch.missing();
    }

    @Override
    public NetworkModel train(
            Network network, TrainingPlan plan, Sessions sessions, ItemFeatures features, Progress progress) {
        if (plan.objective() == Objective.SOFTMAX && network instanceof FeatureNetwork) {
            throw new IllegalArgumentException(
                    "cnn: expected squared or ranking as its objective; all items at once would need items × filters × width numbers a place");
        }
        synchronized (ONE_AT_A_TIME) {
            return new TrainingRun(network, plan, features, epoch -> {}).of(sessions, progress);
        }
    }
}
