package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.checks.TrainingCheck;
import dev.aisle.recommender.models.domain.TrainingResult;
import java.util.stream.Collectors;

/** What there is to learn from isn't as it should be. */
final class ChecksFailedException extends RuntimeException {
    private final transient TrainingResult result;

    ChecksFailedException(TrainingResult result) {
        super(result.checks().stream()
                .filter(TrainingCheck::failed)
                .map(TrainingCheck::explanation)
                .collect(Collectors.joining("; ", "The checks failed: ", ". Train with force when that is right.")));
        this.result = result;
    }

    /** As far as the training came. */
    TrainingResult result() {
        return result;
    }
}
