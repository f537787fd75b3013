package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.catalog.store.Catalogue;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.models.checks.domain.TrainingCheck;
import dev.aisle.recommender.models.checks.domain.TrainingFigures;
import dev.aisle.recommender.models.checks.usecase.CheckTraining;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.gate.domain.GateResult;
import dev.aisle.recommender.models.gate.usecase.PlaceCandidate;
import dev.aisle.recommender.models.registry.domain.Lineage;
import dev.aisle.recommender.models.registry.domain.RegisteredModel;
import dev.aisle.recommender.models.registry.store.ModelRepository;
import dev.aisle.recommender.models.registry.usecase.PruneModels;
import dev.aisle.recommender.models.registry.usecase.RegisterModel;
import dev.aisle.recommender.models.store.IncomingModels;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.UnreadableModelException;
import dev.aisle.recommender.models.usecase.TrainModels.Trained;
import dev.aisle.recommender.ranking.domain.RankerReport;
import dev.aisle.recommender.ranking.usecase.LearnRanker;
import dev.aisle.recommender.ranking.usecase.LearnRanker.Learned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a model that was trained outside of this service: the same checks, gate, ranker and registry as for one that was trained here. */
@Singleton
class TakeModel {
    private final IncomingModels incoming;
    private final CheckTraining checkTraining;
    private final JudgeFile judgeFile;
    private final LearnRanker learnRanker;
    private final NameModel nameModel;
    private final ModelDirectory directory;
    private final RegisterModel registerModel;
    private final PlaceCandidate placeCandidate;
    private final FollowRegistry followRegistry;
    private final PruneModels pruneModels;
    private final ModelRepository models;
    private final InteractionRepository interactions;
    private final Catalogue catalogue;
    private final String codeVersion;

    TakeModel(
            IncomingModels incoming,
            CheckTraining checkTraining,
            JudgeFile judgeFile,
            LearnRanker learnRanker,
            NameModel nameModel,
            ModelDirectory directory,
            RegisterModel registerModel,
            PlaceCandidate placeCandidate,
            FollowRegistry followRegistry,
            PruneModels pruneModels,
            ModelRepository models,
            InteractionRepository interactions,
            Catalogue catalogue,
            @ConfigProperty(name = "quarkus.application.version") String codeVersion) {
        this.incoming = incoming;
        this.checkTraining = checkTraining;
        this.judgeFile = judgeFile;
        this.learnRanker = learnRanker;
        this.nameModel = nameModel;
        this.directory = directory;
        this.registerModel = registerModel;
        this.placeCandidate = placeCandidate;
        this.followRegistry = followRegistry;
        this.pruneModels = pruneModels;
        this.models = models;
        this.interactions = interactions;
        this.catalogue = catalogue;
        this.codeVersion = codeVersion;
    }

    /**
     * Takes it and places it.
     *
     * @throws UnusableFileException when there is no such model
     * @throws ChecksFailedException when what it learned from isn't as it should be
     */
    Trained take(UUID id, String file, TrainingOrder order, TrainingProgress progress) {
        long began = System.nanoTime();
        progress.stage("reading the file", 0, 0.3);
        TrainedModel offered = read(file);
        OutsideTraining outside = outside(file, offered);
        TrainingFigures figures = withUnknown(outside.figures(), offered);
        List<TrainingCheck> checks = checkTraining.check(figures);
        if (order.forced() == null && checks.stream().anyMatch(TrainingCheck::failed)) {
            throw new ChecksFailedException(TrainingResult.refused(figures, checks, seconds(began)));
        }
        progress.stage("judging", 0.3, 0.8);
        GateResult gate = judgeFile.judge(offered, outside);
        progress.stage("ranker", 0.8, 0.95);
        Name name = nameModel.next(id);
        Learned learned = learnRanker.learn(name.trainedAt());
        TrainedModel model = offered.named(name).with(learned.ranker());
        progress.stage("writing", 0.95, 1);
        directory.write(model);
        registerModel.register(model.version(), lineage(id, model, outside, learned.report()), gate);
        String outcome = placeCandidate.place(model.version(), gate);
        followRegistry.refresh();
        pruneModels.prune();
        incoming.remove(file);
        return new Trained(
                model.version(),
                new TrainingResult(
                        figures.people(),
                        model.itemCount(),
                        figures.interactions(),
                        seconds(began),
                        Map.of(),
                        checks,
                        figures,
                        gate,
                        null,
                        learned.report(),
                        outcome));
    }

    private TrainedModel read(String file) {
        try {
            return incoming.read(file);
        } catch (UnreadableModelException e) {
            throw new UnusableFileException(file, String.valueOf(e.getMessage()));
        }
    }

    /** What it was trained on: a file that doesn't say so can't be checked, nor can it be told whom it learned from. */
    private static OutsideTraining outside(String file, TrainedModel offered) {
        try {
            OutsideTraining outside = OutsideTraining.of(offered.origin().parameters())
                    .orElseThrow(() -> new UnusableFileException(
                            file, "it doesn't say when and on what it was trained; files of training-spark do"));
            if (outside.readAt().isAfter(Instant.now())) {
                throw new UnusableFileException(file, "it was trained in the future, " + outside.readAt());
            }
            return outside;
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException(file, String.valueOf(e.getMessage()));
        }
    }

    /** Of the interactions with a product only their weight in popularity is left in a model. */
    private TrainingFigures withUnknown(TrainingFigures figures, TrainedModel offered) {
        double all = 0;
        double unknown = 0;
        float[] weights = offered.popularity().scores();
        for (int item = 0; item < weights.length; item++) {
            all += weights[item];
            unknown += catalogue.get(offered.productIds()[item]) == null ? weights[item] : 0;
        }
        return new TrainingFigures(
                figures.people(),
                figures.items(),
                figures.interactions(),
                figures.largestPerson(),
                figures.newest(),
                all > 0 ? unknown / all : 0,
                figures.types());
    }

    /** Whoever has an interaction here by now counts as learned from: more than were, never fewer. */
    private Lineage lineage(UUID id, TrainedModel model, OutsideTraining outside, RankerReport ranker) {
        return new Lineage(
                id,
                models.serving().map(RegisteredModel::version).orElse(null),
                model.trainedAt(),
                outside.readAt(),
                interactions.newest(),
                outside.figures().newest(),
                model.origin().fingerprint(),
                outside.recipe(),
                model.origin().parameters(),
                model.origin().seed(),
                codeVersion,
                outside.figures().people(),
                model.itemCount(),
                outside.figures().interactions(),
                ranker);
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
