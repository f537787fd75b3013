package dev.aisle.recommender.models.registry;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.fairness.FairnessReport;
import dev.aisle.recommender.models.registry.ReplicaRepository.Replica;
import dev.aisle.recommender.models.store.TrainingRepository;
import dev.aisle.recommender.models.trials.Trial;
import dev.aisle.recommender.models.trials.TrialRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of models. */
@Singleton
public class DescribeModel {
    private final ModelRepository models;
    private final ReplicaRepository replicas;
    private final TrialRepository trials;
    private final TrainingRepository trainings;

    DescribeModel(
            ModelRepository models, ReplicaRepository replicas, TrialRepository trials, TrainingRepository trainings) {
        this.models = models;
        this.replicas = replicas;
        this.trials = trials;
        this.trainings = trainings;
    }

    /**
     * A model with all that belongs to it.
     *
     * @param fairness what its training reported; {@code null} when it didn't
     * @param choice which mixes it serves with, and why; {@code null} when nothing was compared
     */
    public record Description(
            RegisteredModel model,
            List<Replica> replicas,
            List<Trial> trials,
            List<ModelChange> history,
            @Nullable FairnessReport fairness,
            @Nullable ChoiceReport choice) {}

    /** All models, the newest first. */
    public List<RegisteredModel> all() {
        return models.all();
    }

    /** The model of a version. */
    public Optional<Description> of(String version) {
        return models.find(version).map(this::described);
    }

    private Description described(RegisteredModel model) {
        Optional<TrainingResult> result =
                trainings.find(model.lineage().training()).map(Training::result);
        return new Description(
                model,
                replicas.of(model.version()),
                trials.of(model.version()),
                models.historyOf(model.version()),
                result.map(TrainingResult::fairness).orElse(null),
                result.map(TrainingResult::choice).orElse(null));
    }
}
