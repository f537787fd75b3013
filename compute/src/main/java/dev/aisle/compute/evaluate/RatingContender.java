package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.ratings.Factors;
import dev.aisle.algorithms.ratings.MatrixFactorisation;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Learns from ratings; its list is ranked by what the person would rate. Whoever isn't among the people of train has
 * rated nothing by then, and is folded in as that: the items rank by their levels.
 *
 * @param algorithm ready to fit
 */
record RatingContender(MatrixFactorisation algorithm) implements Contender {
    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return data.rated()
                ? Optional.empty()
                : Optional.of("it learns from ratings, and this data has none; say --format ratings");
    }

    @Override
    public boolean learnsAlikeOfFewer() {
        return true;
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        Factors model = algorithm.fit(
                fold.ratings().orElseThrow(() -> new IllegalArgumentException("the data has no ratings")), progress);
        float[] newcomer = new float[model.itemCount()];
        model.score(History.empty(), newcomer);
        return new Answers(model, newcomer);
    }

    /**
     * What the model says.
     *
     * @param newcomer the ratings of somebody of whom nothing is known
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody else holds it
    private record Answers(Factors model, float[] newcomer) implements Fitted {
        @Override
        public void score(Case question, float[] into) {
            if (question.user() == Case.NOBODY) {
                model.score(History.empty(), into);
                return;
            }
            for (int item = 0; item < into.length; item++) {
                into[item] = (float) model.predict(question.user(), item).orElse(Double.NEGATIVE_INFINITY);
            }
        }

        @Override
        public OptionalDouble rating(int user, int item) {
            return user == Case.NOBODY && item < newcomer.length
                    ? OptionalDouble.of(newcomer[item])
                    : model.predict(user, item);
        }
    }
}
