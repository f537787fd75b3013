package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.models.domain.Training;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training as operators see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingView(
        UUID id,
        String status,
        String stage,
        double progress,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String modelVersion,
        @Nullable String failure,
        String startedBy,
        @Nullable String forced,
        @Nullable ResultView result) {
    static TrainingView of(Training training) {
        return new TrainingView(
                training.id(),
                training.status().label(),
                training.stage(),
                training.progress(),
                training.startedAt(),
                training.finishedAt(),
                training.modelVersion(),
                training.failure(),
                training.startedBy(),
                training.forced(),
                ResultView.of(training.result()));
    }
}
