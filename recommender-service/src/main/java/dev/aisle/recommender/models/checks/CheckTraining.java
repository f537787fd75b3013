package dev.aisle.recommender.models.checks;

import dev.aisle.recommender.models.checks.TrainingChecks.Before;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.store.TrainingRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a training is about to learn from, beside the last training that made a model. */
@Singleton
public class CheckTraining {
    private final TrainingRepository trainings;
    private final TrainingChecks checks;

    CheckTraining(TrainingRepository trainings, ChecksConfig config) {
        this.trainings = trainings;
        this.checks = new TrainingChecks(limits(config));
    }

    private static TrainingLimits limits(ChecksConfig config) {
        return new TrainingLimits(
                config.leastPeople(),
                config.leastItems(),
                config.leastInteractions(),
                config.largestPerson(),
                config.largestDrop(),
                config.oldestNewest(),
                config.unknownProducts());
    }

    /** All checks. */
    public List<TrainingCheck> check(TrainingFigures figures) {
        return checks.of(figures, before(), Instant.now());
    }

    private @Nullable Before before() {
        Training last = trainings.latestCompleted().orElse(null);
        if (last == null || last.result() == null || last.result().figures() == null) {
            return null;
        }
        return new Before(last.result().figures(), last.startedAt());
    }
}
