package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.checks.domain.TrainingCheck;
import dev.aisle.recommender.models.checks.usecase.CheckTraining;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.fairness.usecase.ReportFairness;
import dev.aisle.recommender.models.gate.domain.FairComparison.Judged;
import dev.aisle.recommender.models.gate.usecase.JudgeCandidate;
import dev.aisle.recommender.models.gate.usecase.PlaceCandidate;
import dev.aisle.recommender.models.registry.domain.Lineage;
import dev.aisle.recommender.models.registry.domain.RegisteredModel;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.registry.usecase.PruneModels;
import dev.aisle.recommender.models.registry.usecase.RegisterModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.usecase.ReadTrainingSet.Reading;
import dev.aisle.recommender.ranking.domain.RankerReport;
import dev.aisle.recommender.ranking.usecase.LearnRanker;
import dev.aisle.recommender.ranking.usecase.LearnRanker.Learned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One training from the first row read to the model in use, or to the reason why the former one stays. */
@Singleton
public class TrainModels {
    private final ReadTrainingSet readTrainingSet;
    private final CheckTraining checkTraining;
    private final JudgeCandidate judgeCandidate;
    private final ReportFairness reportFairness;
    private final LearnRanker learnRanker;
    private final RegisterModel registerModel;
    private final PlaceCandidate placeCandidate;
    private final PruneModels pruneModels;
    private final FollowRegistry followRegistry;
    private final ModelRepository models;
    private final NameModel nameModel;
    private final ModelDirectory directory;
    private final Recipe recipe;
    private final String codeVersion;

    TrainModels(
            ReadTrainingSet readTrainingSet,
            CheckTraining checkTraining,
            JudgeCandidate judgeCandidate,
            ReportFairness reportFairness,
            LearnRanker learnRanker,
            RegisterModel registerModel,
            PlaceCandidate placeCandidate,
            PruneModels pruneModels,
            FollowRegistry followRegistry,
            ModelRepository models,
            NameModel nameModel,
            ModelDirectory directory,
            RecipeConfig recipe,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.readTrainingSet = readTrainingSet;
        this.checkTraining = checkTraining;
        this.judgeCandidate = judgeCandidate;
        this.reportFairness = reportFairness;
        this.learnRanker = learnRanker;
        this.registerModel = registerModel;
        this.placeCandidate = placeCandidate;
        this.pruneModels = pruneModels;
        this.followRegistry = followRegistry;
        this.models = models;
        this.nameModel = nameModel;
        this.directory = directory;
        this.recipe = recipe(recipe);
        this.codeVersion = codeVersion;
    }

    private static Recipe recipe(RecipeConfig config) {
        return new Recipe(
                config.halfLifeDays(),
                config.similarNeighbours(),
                config.similarShrinkage(),
                config.togetherNeighbours(),
                config.togetherShrinkage(),
                new Recipe.Factors(
                        config.rank(),
                        config.iterations(),
                        config.unobserved(),
                        config.regularisation(),
                        config.seed()),
                new Recipe.Visits(
                        config.visits().gapMinutes(),
                        config.visits().latest(),
                        config.visits().neighbours(),
                        config.visits().last()));
    }

    /** What became of a training. */
    record Trained(String modelVersion, TrainingResult result) {}

    /**
     * Trains a model and places it.
     *
     * @throws NothingToLearnException when nobody who grants model training has done anything
     * @throws ChecksFailedException when what there is to learn from isn't as it should be
     */
    Trained train(UUID id, TrainingOrder order, TrainingProgress progress) {
        long began = System.nanoTime();
        progress.stage("reading", 0, 0.05);
        Reading reading = readTrainingSet.read();
        if (reading.set().size() == 0) {
            throw new NothingToLearnException();
        }
        List<TrainingCheck> checks = checkTraining.check(reading.figures());
        if (order.forced() == null && checks.stream().anyMatch(TrainingCheck::failed)) {
            throw new ChecksFailedException(TrainingResult.refused(reading.figures(), checks, seconds(began)));
        }
        Judged judged = judgeCandidate.judge(reading.set(), recipe, progress);
        TrainedModel fitted = new Learning(recipe)
                .fit(reading.set(), Long.MAX_VALUE, nameModel.next(id), progress, new Span("fitting", 0.5, 0.9));
        progress.stage("ranker", 0.9, 0.95);
        Learned learned = learnRanker.learn(fitted.trainedAt());
        TrainedModel model = fitted.with(learned.ranker());
        progress.stage("writing", 0.95, 1);
        directory.write(model);
        registerModel.register(model.version(), lineage(id, reading, model, learned.report()), judged.gate());
        String outcome = placeCandidate.place(model.version(), judged.gate());
        followRegistry.refresh();
        pruneModels.prune();
        return new Trained(
                model.version(),
                new TrainingResult(
                        reading.set().userCount(),
                        model.itemCount(),
                        reading.set().size(),
                        seconds(began),
                        judged.metrics(),
                        checks,
                        reading.figures(),
                        judged.gate(),
                        reportFairness.of(reading.set(), judged),
                        learned.report(),
                        outcome));
    }

    private Lineage lineage(UUID id, Reading reading, TrainedModel model, RankerReport ranker) {
        TrainingSet set = reading.set();
        return new Lineage(
                id,
                models.serving().map(RegisteredModel::version).orElse(null),
                model.trainedAt(),
                reading.at(),
                reading.lastInteraction(),
                Instant.ofEpochMilli(set.newest()),
                model.origin().fingerprint(),
                recipe,
                model.origin().parameters(),
                model.origin().seed(),
                codeVersion,
                set.userCount(),
                model.itemCount(),
                set.size(),
                ranker);
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
