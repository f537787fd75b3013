package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import dev.aisle.algorithms.deep.CaserNetwork;
import dev.aisle.algorithms.deep.FeatureNetwork;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.deep.Network;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.deep.TrainingPlan;
import dev.aisle.algorithms.deep.Weights;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One training: epochs over all batches until the validation part has got no better for a while. The weights of the best epoch are kept.
 *
 * @param network of as many items as the sessions have
 * @param features of the items, or none
 * @param listener is told of each epoch
 */
record TrainingRun(Network network, TrainingPlan plan, ItemFeatures features, Consumer<Epoch> listener) {
    /** Share of the items whose own row is left out of a batch, so that features alone learn to do. */
    private static final double WITHOUT_ROW = 0.3;

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

    TrainingRun(Network network, TrainingPlan plan, Consumer<Epoch> listener) {
        this(network, plan, ItemFeatures.NONE, listener);
    }

    NetworkModel of(Sessions sessions, Progress progress) {
        // A convolution looks back a few steps only, so more of them are learned together than it sees.
        boolean narrow = network instanceof CaserNetwork || network instanceof FeatureNetwork;
        int held = network instanceof FeatureNetwork ? MOST_HELD_OF_FEATURES : MOST_HELD;
        Sequences sequences = Sequences.of(
                sessions, narrow ? Math.max(CHUNK, network.window()) : network.window(), held, plan.seed());
        int[] counts = sequences.counts(network.items());
        Weights start = start(counts);
        PyTorch.engine().setRandomSeed((int) plan.seed());
        try (Variables variables = new Variables(network, start, features, DataType.FLOAT32)) {
            Steps steps = new Steps(
                    variables,
                    TorchNetwork.of(network, variables),
                    Loss.of(plan.objective(), Rivals.of(sequences, network.items(), features), plan.seed()),
                    counts,
                    new SplittableRandom(plan.seed()));
            return best(steps, sequences, new NetworkModel(network, start, features), progress);
        }
    }

    /** Random ones; but where features give an item its place, the row of one that no session has is zero, and stays so. */
    private Weights start(int... counts) {
        Weights start = Weights.random(features.arrays(network), plan.seed());
        for (String name : network.perItem()) {
            float[] rows = start.array(name);
            int width = rows.length / Math.max(1, counts.length);
            for (int item = 0; item < counts.length; item++) {
                if (counts[item] == 0 && features.knows(item)) {
                    Arrays.fill(rows, item * width, (item + 1) * width, 0f);
                }
            }
        }
        return start;
    }

    /** What a step of the training needs. */
    @SuppressWarnings("ArrayRecordComponent") // read only
    private record Steps(Variables variables, TorchNetwork graph, Loss loss, int[] counts, SplittableRandom random) {}

    /** By item: 1, or 0 where its own row is left out and its features must do. */
    private float[] kept(Steps steps) {
        float[] kept = new float[steps.counts().length];
        for (int item = 0; item < kept.length; item++) {
            boolean without = steps.counts()[item] == 0 || steps.random().nextDouble() < WITHOUT_ROW;
            kept[item] = without && features.knows(item) ? 0 : 1;
        }
        return kept;
    }

    private NetworkModel best(Steps steps, Sequences sequences, NetworkModel start, Progress progress) {
        Validation validation = new Validation(sequences.held());
        NetworkModel best = start;
        double most = Double.NEGATIVE_INFINITY;
        int since = 0;
        for (int epoch = 1; epoch <= plan.epochs() && since < plan.patience(); epoch++) {
            long from = System.nanoTime();
            double mean = learn(steps, sequences, epoch, progress);
            double seconds = (System.nanoTime() - from) / NANOS;
            NetworkModel model = served(steps.variables(), epoch);
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
            return new NetworkModel(network, variables.copy(), features);
        } catch (IllegalArgumentException e) {
            throw new ArithmeticException("the training of " + network.name() + " diverged in epoch " + epoch
                    + "; a lower rate may help: " + e.getMessage());
        }
    }

    private double learn(Steps steps, Sequences sequences, int epoch, Progress progress) {
        List<Batch> batches = sequences.batches(plan.batch(), plan.seed() + epoch);
        double sum = 0;
        for (int n = 0; n < batches.size(); n++) {
            sum += step(steps, batches.get(n));
            progress.step((epoch - 1) * batches.size() + n + 1, plan.epochs() * batches.size());
        }
        return sum / batches.size();
    }

    private double step(Steps steps, Batch batch) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = PyTorch.engine().newGradientCollector()) {
            scope.suppressNotUsedWarning();
            Variables variables = steps.variables();
            if (!features.isEmpty()) {
                variables.mix(kept(steps));
            }
            NDArray value = steps.loss().of(steps.graph(), batch, plan.dropout(), variables.manager());
            collector.backward(value);
            variables.descend(plan.rate());
            return value.toFloatArray()[0];
        }
    }
}
