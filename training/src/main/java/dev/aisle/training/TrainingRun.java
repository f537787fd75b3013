package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.List;
import java.util.function.Consumer;

/**
 * One training: epochs over all batches until the validation part has got no better for a while. The weights of the best epoch are kept.
 *
 * @param network of as many items as the sessions have
 * @param listener is told of each epoch
 */
record TrainingRun(Network network, TrainingPlan plan, Consumer<Epoch> listener) {
    private static final int CHUNK = 50;
    private static final int MOST_HELD = 2000;
    private static final int MOST_HELD_OF_FEATURES = 300;
    private static final double NANOS = 1e9;

    /**
     * What an epoch gave.
     *
     * @param number 1 for the first
     * @param loss mean over its batches
     * @param validation higher is better
     * @param seconds wall time, without validation
     */
    record Epoch(int number, double loss, double validation, double seconds) {}

    NetworkModel of(Sessions sessions, Progress progress) {
        // A convolution looks back a few steps only, so more of them are learned together than it sees.
        boolean narrow = network instanceof CaserNetwork || network instanceof FeatureNetwork;
        int held = network instanceof FeatureNetwork ? MOST_HELD_OF_FEATURES : MOST_HELD;
        Sequences sequences = Sequences.of(
                sessions, narrow ? Math.max(CHUNK, network.window()) : network.window(), held, plan.seed());
        Weights start = Weights.random(network.arrays(), plan.seed());
        PyTorch.engine().setRandomSeed((int) plan.seed());
        try (Variables variables = new Variables(network, start, DataType.FLOAT32)) {
            return best(variables, sequences, new NetworkModel(network, start), progress);
        }
    }

    private NetworkModel best(Variables variables, Sequences sequences, NetworkModel start, Progress progress) {
        Validation validation = new Validation(sequences.held());
        TorchNetwork graph = TorchNetwork.of(network, variables);
        Loss loss = Loss.of(plan.objective(), network, plan.seed());
        NetworkModel best = start;
        double most = Double.NEGATIVE_INFINITY;
        int since = 0;
        for (int epoch = 1; epoch <= plan.epochs() && since < plan.patience(); epoch++) {
            long from = System.nanoTime();
            double mean = learn(variables, graph, loss, sequences, epoch, progress);
            double seconds = (System.nanoTime() - from) / NANOS;
            NetworkModel model = served(variables, epoch);
            double reached = validation.of(model);
            listener.accept(new Epoch(epoch, mean, reached, seconds));
            // Without a validation part the last one is as good as any.
            if (reached > most || sequences.held().isEmpty()) {
                most = reached;
                best = model;
                since = 0;
            } else {
                since++;
            }
        }
        return best;
    }

    private NetworkModel served(Variables variables, int epoch) {
        try {
            return new NetworkModel(network, variables.copy());
        } catch (IllegalArgumentException e) {
            throw new ArithmeticException("the training of " + network.name() + " diverged in epoch " + epoch
                    + "; a lower rate may help: " + e.getMessage());
        }
    }

    private double learn(
            Variables variables, TorchNetwork graph, Loss loss, Sequences sequences, int epoch, Progress progress) {
        List<Batch> batches = sequences.batches(plan.batch(), plan.seed() + epoch);
        double sum = 0;
        for (int n = 0; n < batches.size(); n++) {
            sum += step(variables, graph, loss, batches.get(n));
            progress.step((epoch - 1) * batches.size() + n + 1, plan.epochs() * batches.size());
        }
        return sum / batches.size();
    }

    private double step(Variables variables, TorchNetwork graph, Loss loss, Batch batch) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            NDArray value = loss.of(graph, batch, plan.dropout(), variables.manager());
            collector.backward(value);
            variables.descend(plan.rate());
            return value.toFloatArray()[0];
        }
    }
}
