package dev.aisle.recommender.models.registry.usecase;

import dev.aisle.recommender.models.registry.domain.ModelChange;
import dev.aisle.recommender.models.registry.domain.RegisteredModel;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.registry.store.ReplicaRepository;
import dev.aisle.recommender.models.registry.store.ReplicaRepository.Replica;
import dev.aisle.recommender.models.trials.domain.Trial;
import dev.aisle.recommender.models.trials.store.TrialRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Gathers what is known of models. */
@Singleton
public class DescribeModel {
    private final ModelRepository models;
    private final ReplicaRepository replicas;
    private final TrialRepository trials;

    DescribeModel(ModelRepository models, ReplicaRepository replicas, TrialRepository trials) {
        this.models = models;
        this.replicas = replicas;
        this.trials = trials;
    }

    /** A model with all that belongs to it. */
    public record Description(
            RegisteredModel model, List<Replica> replicas, List<Trial> trials, List<ModelChange> history) {}

    /** All models, the newest first. */
    public List<RegisteredModel> all() {
        return models.all();
    }

    /** The model of a version. */
    public Optional<Description> of(String version) {
        return models.find(version)
                .map(model ->
                        new Description(model, replicas.of(version), trials.of(version), models.historyOf(version)));
    }
}
