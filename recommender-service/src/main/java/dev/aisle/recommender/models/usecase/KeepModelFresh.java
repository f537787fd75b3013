package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.gate.Unlearning;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.recommender.models.store.TrainingRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Trains again when there is something new to learn or somebody to unlearn, not too often. */
@Singleton
public class KeepModelFresh {
    private final TrainingRepository trainings;
    private final InteractionRepository interactions;
    private final ModelInUse inUse;
    private final RunTrainings runTrainings;
    private final Unlearning unlearning;
    private final Duration between;

    KeepModelFresh(
            TrainingRepository trainings,
            InteractionRepository interactions,
            ModelInUse inUse,
            RunTrainings runTrainings,
            Unlearning unlearning,
            @ConfigProperty(name = "aisle.training.every") Duration between) {
        this.trainings = trainings;
        this.interactions = interactions;
        this.inUse = inUse;
        this.runTrainings = runTrainings;
        this.unlearning = unlearning;
        this.between = between;
    }

    /** Starts a training if one is due. */
    public void check() {
        if (isDue()) {
            runTrainings.start(TrainingOrder.scheduled());
        }
    }

    private boolean isDue() {
        long newest = interactions.newest();
        Optional<Training> latest = trainings.latest();
        if (latest.isEmpty()) {
            return newest > 0;
        }
        Training last = latest.get();
        boolean changed = newest > last.lastInteraction() || trainings.erasedSince(last) || unlearning.due();
        boolean rested = inUse.get() == null || last.startedAt().plus(between).isBefore(Instant.now());
        return !last.running() && changed && rested;
    }
}
