package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.domain.JointFactors;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.registry.Lineage;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.store.IncomingModels;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.TrainingRepository;
import dev.aisle.recommender.models.store.UnreadableModelException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads what was trained outside of this service: a whole model, or item factors of a joint training, which come into the serving model in the place of its own. */
@Singleton
class ReadOffered {
    private final IncomingModels incoming;
    private final ModelDirectory directory;
    private final ModelRepository models;
    private final TrainingRepository trainings;

    ReadOffered(
            IncomingModels incoming, ModelDirectory directory, ModelRepository models, TrainingRepository trainings) {
        this.incoming = incoming;
        this.directory = directory;
        this.models = models;
        this.trainings = trainings;
    }

    /**
     * A model, and how it came about.
     *
     * @param model with factors of a joint training, the serving one but for them
     */
    record Offered(TrainedModel model, OutsideTraining outside) {}

    /** @throws UnusableFileException when there is no such file, or nothing that can serve is in it */
    Offered read(String file) {
        try {
            Optional<JointFactors> joint = incoming.jointFactors(file);
            TrainedModel model = joint.isPresent() ? composed(file, joint.get()) : incoming.read(file);
            return new Offered(model, outside(file, model));
        } catch (UnreadableModelException e) {
            throw new UnusableFileException(file, String.valueOf(e.getMessage()));
        }
    }

    private TrainedModel composed(String file, JointFactors joint) throws UnreadableModelException {
        RegisteredModel serving = models.serving()
                .orElseThrow(
                        () -> new UnusableFileException(
                                file,
                                "it has item factors only, which come into the model that serves, and none serves; train one first"));
        TrainedModel model = directory.read(serving.version());
        if (joint.shared(model) == 0) {
            throw new UnusableFileException(
                    file, "none of its products is one of the serving model's; are they the ids of this shop");
        }
        Lineage lineage = serving.lineage();
        Recipe recipe = lineage.recipe();
        return joint.in(model, recipe == null ? Recipe.USUAL : recipe, lineage.readAt(), figures(lineage));
    }

    /** Those of the last training, whose data passed the checks; of models from before there were any, what their lineage says. */
    private TrainingFigures figures(Lineage lineage) {
        TrainingResult last = trainings.latestCompleted().map(Training::result).orElse(null);
        TrainingFigures figures = last == null ? null : last.figures();
        return figures == null
                ? new TrainingFigures(
                        lineage.people(),
                        lineage.items(),
                        lineage.interactions(),
                        0,
                        lineage.learnedUntil(),
                        0,
                        Map.of())
                : figures;
    }

    /** What it was trained on: a file that doesn't say so can't be checked, nor can it be told whom it learned from. */
    private static OutsideTraining outside(String file, TrainedModel offered) {
        try {
            OutsideTraining outside = OutsideTraining.of(offered.origin().parameters())
                    .orElseThrow(() -> new UnusableFileException(
                            file, "it doesn't say when and on what it was trained; files of ./aisle train do"));
            if (outside.readAt().isAfter(Instant.now())) {
                throw new UnusableFileException(file, "it was trained in the future, " + outside.readAt());
            }
            return outside;
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException(file, String.valueOf(e.getMessage()));
        }
    }
}
