package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;

/**
 * Learns who had what, in any order. A session is a person, and its clicks so far are folded in.
 *
 * @param algorithm ready to fit
 * @param evidence whether a score of 0 means that nothing speaks for an item, so that it isn't shown
 */
record SetContender(Algorithm algorithm, boolean evidence) implements Contender {
    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return Optional.empty();
    }

    @Override
    public boolean learnsAlikeOfFewer() {
        return !evidence;
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        Model model = algorithm.fit(fold.train(), progress);
        return (question, into) -> {
            model.score(question.known(), into);
            if (evidence) {
                Evidence.only(into);
            }
        };
    }
}
