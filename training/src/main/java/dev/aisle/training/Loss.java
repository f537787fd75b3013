package dev.aisle.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.aisle.algorithms.deep.TrainingPlan.Objective;
import java.util.SplittableRandom;

/**
 * What is minimised: one number, the mean over places.
 *
 * @param rivals that the next item is held against
 * @param others how many of them {@code SQUARED} and {@code RANKING} draw for each place
 */
record Loss(Objective objective, Rivals rivals, int others, SplittableRandom random) {
    /** Others that one next item is held against. */
    static final int OTHERS = 8;

    static Loss of(Objective objective, Rivals rivals, long seed) {
        return new Loss(objective, rivals, OTHERS, new SplittableRandom(seed));
    }

    NDArray of(TorchNetwork network, Batch batch, float dropout, NDManager manager) {
        NDArray answers = network.answers(batch, dropout);
        int places = batch.targets().length;
        if (objective == Objective.SOFTMAX && rivals.everything(network.shape().items())) {
            return entropy(network.scores(answers), manager.create(batch.targets(), new Shape(places, 1)));
        }
        if (objective == Objective.SOFTMAX) {
            Rivals.Columns columns = rivals.columns(batch.targets(), random);
            NDArray shifts = manager.create(columns.shifts(), new Shape(1, columns.shifts().length));
            NDArray scores = network.among(answers, manager.create(columns.items()));
            return entropy(
                    scores.add(shifts.toType(scores.getDataType(), false)),
                    manager.create(columns.targets(), new Shape(places, 1)));
        }
        NDArray candidates = manager.create(candidates(batch.targets()), new Shape(places, 1 + others));
        NDArray scores = network.scores(answers, candidates);
        NDArray next = scores.get(":, 0:1");
        NDArray drawn = scores.get(":, 1:");
        if (objective == Objective.SQUARED) {
            NDArray miss = sigmoid(next).neg().add(1).square();
            return miss.add(sigmoid(drawn).square().sum(new int[] {1}, true)).mean();
        }
        return drawn.sub(next).getNDArrayInternal().softPlus().mean();
    }

    /** Cross-entropy of a column of each place. */
    private static NDArray entropy(NDArray scores, NDArray columns) {
        return scores.logSoftmax(-1).gather(columns, 1).neg().mean();
    }

    private static NDArray sigmoid(NDArray x) {
        return x.getNDArrayInternal().sigmoid();
    }

    /** The next item of each place, then others, which are hardly ever the same. */
    private long[] candidates(long[] targets) {
        long[] candidates = new long[targets.length * (1 + others)];
        for (int n = 0; n < candidates.length; n++) {
            candidates[n] = n % (1 + others) == 0 ? targets[n / (1 + others)] : rivals.draw(random);
        }
        return candidates;
    }
}
