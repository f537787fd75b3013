package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;
import java.util.function.Function;

/**
 * Learns what items are.
 *
 * @param name as in {@code --algorithms}
 * @param algorithm of the content of a data set
 * @param evidence whether a score of 0 means that nothing speaks for an item, so that it isn't shown
 */
record ContentContender(String name, Function<ItemContent, Algorithm> algorithm, boolean evidence)
        implements Contender {
    @Override
    public Optional<String> refusal(Dataset data) {
        return Traits.missing(data);
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        return new SetContender(algorithm.apply(Traits.content(data)), evidence).fit(data, fold, progress);
    }
}
