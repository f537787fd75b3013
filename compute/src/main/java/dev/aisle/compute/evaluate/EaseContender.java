package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Ease;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Locale;
import java.util.Optional;

/**
 * EASE, whose work grows with the third power of the items.
 *
 * @param algorithm ready to fit
 */
record EaseContender(Ease algorithm) implements Contender {
    private static final int MANY_ITEMS = 10_000;

    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return algorithm.refusal(data.train().itemCount());
    }

    @Override
    public Optional<String> reluctance(Dataset data) {
        double items = data.train().itemCount();
        return items <= MANY_ITEMS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,.0f items take it %.1f trillion multiplications; ask for it by name to wait for them",
                        items,
                        2 * items * items * items / 1e12));
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        return new SetContender(algorithm, false).fit(data, fold, progress);
    }
}
