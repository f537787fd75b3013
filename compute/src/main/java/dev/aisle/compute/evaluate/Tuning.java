package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.AccuracyMetric;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Searches an algorithm's parameters at random, on a validation part of the training data: a fifth of everybody's items, drawn by seed. The test
 * data is never looked at. The best is the one with the highest mean NDCG at the middle cutoff.
 */
final class Tuning {
    private static final double HELD_OUT = 0.2;

    private final Dataset validation;
    private final int cutoff;
    private final long seed;
    private final PrintStream err;

    Tuning(Dataset data, int[] cutoffs, long seed, PrintStream err) {
        this.validation = holdOut(data, seed);
        this.cutoff = cutoffs[cutoffs.length / 2];
        this.seed = seed;
        this.err = err;
    }

    /** The spec itself when it asks for no search. */
    AlgorithmSpec best(AlgorithmSpec spec) {
        AlgorithmSpec best = spec;
        double bestScore = Double.NEGATIVE_INFINITY;
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < spec.tune(); trial++) {
            // The first trial is the defaults, so a search is never worse than none on the validation part.
            AlgorithmSpec candidate = trial == 0 ? spec : spec.redrawn(random);
            double score = score(candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
                err.printf(
                        "%s: trial %d of %d, ndcg@%d %.4f with %s%n",
                        spec.label(), trial + 1, spec.tune(), cutoff, score, candidate.parameters());
            }
        }
        return best;
    }

    private double score(AlgorithmSpec spec) {
        Recommendation lists = Recommendation.of(validation, spec, new int[] {cutoff}, err);
        return lists.byUser().values().stream()
                .mapToDouble((JudgedList list) -> AccuracyMetric.NDCG.of(list, cutoff))
                .average()
                .orElse(0);
    }

    private static Dataset holdOut(Dataset data, long seed) {
        Interactions all = data.train();
        SplittableRandom random = new SplittableRandom(seed);
        InteractionsBuilder kept = Interactions.collect(all.userCount(), all.itemCount());
        List<int[]> truth = new ArrayList<>();
        for (int user = 0; user < all.userCount(); user++) {
            List<Integer> held = new ArrayList<>();
            for (int p = all.start(user); p < all.start(user + 1); p++) {
                if (random.nextDouble() < HELD_OUT) {
                    held.add(all.item(p));
                } else {
                    kept.add(user, all.item(p), all.weight(p));
                }
            }
            truth.add(held.stream().mapToInt(Integer::intValue).toArray());
        }
        return new Dataset(data.name(), "validation", kept.build(), truth, false);
    }
}
