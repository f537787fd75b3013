package dev.aisle.bench.train;

import dev.aisle.algorithms.recommend.ScoredItem;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.bench.data.Validation;

/** Recall@20 on the validation part: all items that a person doesn't have yet are candidates. */
final class Recall {
    private static final int K = 20;
    private static final int MOST_PEOPLE = 4_000;

    private Recall() {}

    /** The mean over people with held-out items; of many, over people at equal distances. */
    static double of(Trainer.Scores scores, Validation validation) {
        int users = validation.held().userCount();
        int step = Math.max(1, users / MOST_PEOPLE);
        float[] all = new float[validation.train().itemCount()];
        double sum = 0;
        int people = 0;
        for (int user = 0; user < users; user += step) {
            if (validation.held().countOf(user) > 0) {
                scores.of(user, all);
                sum += recall(all, user, validation);
                people++;
            }
        }
        return people == 0 ? 0 : sum / people;
    }

    private static double recall(float[] scores, int user, Validation validation) {
        int hits = 0;
        for (ScoredItem shown : TopK.select(scores, K, validation.seen(user))) {
            for (int p = validation.held().start(user); p < validation.held().start(user + 1); p++) {
                hits += validation.held().item(p) == shown.item() ? 1 : 0;
            }
        }
        return (double) hits / validation.held().countOf(user);
    }
}
