package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;

/**
 * Learns who had what, and how long ago.
 *
 * @param algorithm ready to fit
 */
record AgeContender(Algorithm algorithm) implements Contender {
    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return data.folds().getFirst().ages().isPresent()
                ? Optional.empty()
                : Optional.of("it learns from the times of things, and this data has none");
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        Interactions ages = fold.ages().orElseThrow(() -> new IllegalArgumentException("the data has no times"));
        Model model = algorithm.fit(timed(ages), progress);
        return (question, into) -> model.score(question.known(), into);
    }

    /** Pairs whose times are as far from each other as the ages say; the moment 0 is the end of train. */
    private static Interactions timed(Interactions ages) {
        InteractionsBuilder pairs = Interactions.collect(ages.userCount(), ages.itemCount());
        for (int user = 0; user < ages.userCount(); user++) {
            for (int p = ages.start(user); p < ages.start(user + 1); p++) {
                pairs.add(user, ages.item(p), 1, Math.round(-ages.weight(p) * Ageing.DAY_MILLIS));
            }
        }
        return pairs.build();
    }
}
