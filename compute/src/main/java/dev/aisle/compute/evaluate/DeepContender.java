package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.deep.DeepAlgorithm;
import dev.aisle.algorithms.recommend.Progress;
import java.util.Optional;

/**
 * A network, trained by whoever is on the class path.
 *
 * @param algorithm ready to fit
 */
record DeepContender(DeepAlgorithm algorithm) implements Contender {
    @Override
    public String name() {
        return algorithm.name();
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return sequences().refusal(data).or(DeepAlgorithm::missing);
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        return sequences().fit(data, fold, progress);
    }

    private SequenceContender sequences() {
        return new SequenceContender(algorithm);
    }
}
