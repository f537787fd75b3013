package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.ratings.RatingModel;
import dev.aisle.algorithms.ratings.RatingNeighbours;
import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Neighbours, of people or of items: rank by who has what, and where there are ratings predict them too.
 *
 * @param ranking ready to fit
 * @param ratings ready to fit
 */
record Neighbours(Algorithm ranking, RatingNeighbours ratings) implements Contender {
    @Override
    public String name() {
        return ranking.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return Optional.empty();
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        Fitted ranked = new SetContender(ranking, true).fit(data, fold, progress);
        if (fold.ratings().isEmpty()) {
            return ranked;
        }
        RatingModel rated = ratings.fit(fold.ratings().get());
        return new Fitted() {
            @Override
            public void score(Case question, float[] into) {
                ranked.score(question, into);
            }

            @Override
            public OptionalDouble rating(int user, int item) {
                return rated.predict(user, item);
            }
        };
    }
}
