package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.models.checks.CheckTraining;
import dev.aisle.recommender.models.checks.TrainingCheck;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.store.IncomingModels;
import dev.aisle.recommender.models.trainer.TrainerResult;
import dev.aisle.recommender.models.usecase.JudgeFile.Judgement;
import dev.aisle.recommender.models.usecase.PublishModel.LearnedFrom;
import dev.aisle.recommender.models.usecase.ReadOffered.Offered;
import dev.aisle.recommender.models.usecase.TrainModels.Trained;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a model that was trained outside of this service: the same checks, gate, ranker and registry as for one that was trained here. */
@Singleton
class TakeModel {
    private final ReadOffered readOffered;
    private final IncomingModels incoming;
    private final CheckTraining checkTraining;
    private final JudgeFile judgeFile;
    private final NameModel nameModel;
    private final PublishModel publishModel;
    private final InteractionRepository interactions;
    private final Catalogue catalogue;

    TakeModel(
            ReadOffered readOffered,
            IncomingModels incoming,
            CheckTraining checkTraining,
            JudgeFile judgeFile,
            NameModel nameModel,
            PublishModel publishModel,
            InteractionRepository interactions,
            Catalogue catalogue) {
        this.readOffered = readOffered;
        this.incoming = incoming;
        this.checkTraining = checkTraining;
        this.judgeFile = judgeFile;
        this.nameModel = nameModel;
        this.publishModel = publishModel;
        this.interactions = interactions;
        this.catalogue = catalogue;
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
        Offered read = readOffered.read(file);
        TrainedModel offered = read.model();
        OutsideTraining outside = read.outside();
        TrainingFigures figures = withUnknown(outside.figures(), offered);
        List<TrainingCheck> checks = checkTraining.check(figures);
        if (order.forced() == null && checks.stream().anyMatch(TrainingCheck::failed)) {
            throw new ChecksFailedException(TrainingResult.refused(figures, checks, seconds(began)));
        }
        progress.stage("judging", 0.3, 0.8);
        Judgement judgement = judgeFile.judge(offered, outside, progress);
        TrainerResult judged = judgement.result();
        TrainedModel named = judgement.model().named(nameModel.next(id));
        String outcome =
                publishModel.publish(id, named, judged.ranker(), learnedFrom(outside), judged.gate(), progress);
        incoming.remove(file);
        return new Trained(
                named.version(),
                new TrainingResult(
                        figures.people(),
                        offered.itemCount(),
                        figures.interactions(),
                        seconds(began),
                        Map.of(),
                        checks,
                        figures,
                        judged.gate(),
                        null,
                        judged.ranker(),
                        judged.choice(),
                        outcome));
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
    private LearnedFrom learnedFrom(OutsideTraining outside) {
        TrainingFigures figures = outside.figures();
        return new LearnedFrom(
                outside.readAt(),
                interactions.newest(),
                figures.newest(),
                outside.recipe(),
                figures.people(),
                figures.interactions());
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
