package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.PlaceCandidate;
import dev.aisle.recommender.models.ranking.RankerReport;
import dev.aisle.recommender.models.registry.Lineage;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.PruneModels;
import dev.aisle.recommender.models.registry.RegisterModel;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The end of every training: the file, its place in the registry, and what the gate makes of it. */
@Singleton
class PublishModel {
    private final ModelDirectory directory;
    private final RegisterModel registerModel;
    private final PlaceCandidate placeCandidate;
    private final FollowRegistry followRegistry;
    private final PruneModels pruneModels;
    private final ModelRepository models;
    private final String codeVersion;

    PublishModel(
            ModelDirectory directory,
            RegisterModel registerModel,
            PlaceCandidate placeCandidate,
            FollowRegistry followRegistry,
            PruneModels pruneModels,
            ModelRepository models,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.directory = directory;
        this.registerModel = registerModel;
        this.placeCandidate = placeCandidate;
        this.followRegistry = followRegistry;
        this.pruneModels = pruneModels;
        this.models = models;
        this.codeVersion = codeVersion;
    }

    /**
     * What a model was learned from.
     *
     * @param readAt consents and erasures are those of this moment
     * @param lastInteraction no interaction with a greater number was read
     * @param until when the newest interaction happened
     */
    record LearnedFrom(
            Instant readAt,
            long lastInteraction,
            @Nullable Instant until,
            Recipe recipe,
            int people,
            long interactions) {}

    /**
     * Publishes it; takes the share 0.9 … 1 of a training's progress.
     *
     * @param model under the name that it gets
     * @param ranker what orders its candidates, and why
     * @return what became of it, in words
     */
    String publish(
            UUID training,
            TrainedModel model,
            RankerReport ranker,
            LearnedFrom from,
            GateResult gate,
            TrainingProgress progress) {
        progress.stage("writing", 0.9, 1);
        Checksum checksum = directory.write(model);
        registerModel.register(model.version(), checksum, lineage(training, model, from, ranker), gate);
        String outcome = placeCandidate.place(model.version(), gate);
        followRegistry.refresh();
        pruneModels.prune();
        return outcome;
    }

    private Lineage lineage(UUID training, TrainedModel model, LearnedFrom from, RankerReport ranker) {
        return new Lineage(
                training,
                models.serving().map(RegisteredModel::version).orElse(null),
                model.trainedAt(),
                from.readAt(),
                from.lastInteraction(),
                from.until(),
                model.origin().fingerprint(),
                from.recipe(),
                model.origin().parameters(),
                model.origin().seed(),
                codeVersion,
                from.people(),
                model.itemCount(),
                from.interactions(),
                ranker);
    }
}
