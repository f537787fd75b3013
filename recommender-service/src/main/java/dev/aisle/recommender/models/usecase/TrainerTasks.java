package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.gate.GateConfig;
import dev.aisle.recommender.models.gate.GateConfig.OffPolicy;
import dev.aisle.recommender.models.gate.GateRule;
import dev.aisle.recommender.models.ranking.RankerConfig;
import dev.aisle.recommender.models.ranking.RankerSettings;
import dev.aisle.recommender.models.registry.Lineage;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import dev.aisle.recommender.models.trainer.TrainerFolder;
import dev.aisle.recommender.models.trainer.TrainerSession;
import dev.aisle.recommender.models.trainer.TrainerTask;
import dev.aisle.recommender.models.trainer.TrainerTask.Offered;
import dev.aisle.recommender.models.trainer.TrainerTask.Serving;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Hands a training to its process, with the settings of now and the model that serves now. */
@Singleton
class TrainerTasks {
    private final RecipeConfig recipe;
    private final GateConfig gate;
    private final RankerConfig ranker;
    private final ModelRepository models;
    private final ModelDirectory directory;
    private final boolean evaluated;

    TrainerTasks(
            RecipeConfig recipe,
            GateConfig gate,
            RankerConfig ranker,
            ModelRepository models,
            ModelDirectory directory,
            @ConfigProperty(name = "aisle.training.evaluate") boolean evaluated) {
        this.recipe = recipe;
        this.gate = gate;
        this.ranker = ranker;
        this.models = models;
        this.directory = directory;
        this.evaluated = evaluated;
    }

    /** The settings of the algorithms. */
    Recipe recipe() {
        return new Recipe(
                recipe.halfLifeDays(),
                recipe.similarNeighbours(),
                recipe.similarShrinkage(),
                recipe.togetherNeighbours(),
                recipe.togetherShrinkage(),
                new Recipe.Factors(
                        recipe.rank(),
                        recipe.iterations(),
                        recipe.unobserved(),
                        recipe.regularisation(),
                        recipe.seed()),
                new Recipe.Visits(
                        recipe.visits().gapMinutes(),
                        recipe.visits().latest(),
                        recipe.visits().neighbours(),
                        recipe.visits().last()));
    }

    /**
     * Hands it over; rows follow.
     *
     * @param offered a model that is to be judged; {@code null}: fit one
     */
    void begin(TrainerSession trainer, @Nullable Offered offered) {
        Lineage lineage = null;
        TrainedModel serving = null;
        var registered = models.serving();
        if (registered.isPresent()) {
            lineage = registered.get().lineage();
            serving = read(registered.get().version());
        }
        if (serving != null) {
            trainer.file(TrainerFolder.SERVING, serving);
        }
        trainer.begin(new TrainerTask(
                recipe(),
                evaluated,
                new GateRule(
                        gate.margin(), gate.people(), gate.offPolicy() == OffPolicy.REQUIRED, gate.effectivePlaces()),
                RankerSettings.of(ranker),
                lineage == null ? null : new Serving(serving != null, lineage.learnedUntil(), lineage.recipe()),
                offered));
    }

    /** A file that can't be read is no rival; its settings are. */
    private @Nullable TrainedModel read(String version) {
        try {
            return directory.read(version);
        } catch (UnreadableModelException e) {
            return null;
        }
    }
}
