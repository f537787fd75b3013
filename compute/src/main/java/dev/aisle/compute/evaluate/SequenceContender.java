package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.sequence.SequenceAlgorithm;
import java.util.Optional;

/**
 * Learns what follows what. An item that nothing speaks for isn't shown.
 *
 * @param algorithm ready to fit
 */
record SequenceContender(SequenceAlgorithm algorithm) implements Contender {
    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return data.ordered()
                ? Optional.empty()
                : Optional.of("it learns from the order of things, and this data has none; "
                        + "formats with an order are ordered, sessions, prefixes, events and ratings with a time");
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        Model model = algorithm.fit(
                fold.sessions().orElseThrow(() -> new IllegalArgumentException("the data has no order")), progress);
        return (question, into) -> {
            model.score(question.sequence(), into);
            Evidence.only(into);
        };
    }
}
