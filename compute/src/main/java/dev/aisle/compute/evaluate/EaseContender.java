package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Ease;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Locale;
import java.util.Optional;

/**
 * EASE, whose work grows with the third power of the items, or of the people where they are fewer.
 *
 * @param algorithm ready to fit
 */
record EaseContender(Ease algorithm) implements Contender {
    /** Those of 10,000 items. */
    private static final double MANY_MULTIPLICATIONS = 2e12;

    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return algorithm.refusal(data.train().userCount(), data.train().itemCount());
    }

    @Override
    public Optional<String> reluctance(Dataset data) {
        int items = data.train().itemCount();
        double multiplications = Ease.multiplications(data.train().userCount(), items);
        return multiplications <= MANY_MULTIPLICATIONS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d items take it %.1f trillion multiplications; ask for it by name to wait for them",
                        items,
                        multiplications / 1e12));
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        return new SetContender(algorithm, false).fit(data, fold, progress);
    }
}
