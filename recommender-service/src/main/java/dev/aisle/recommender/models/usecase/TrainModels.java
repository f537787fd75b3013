package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.models.checks.CheckTraining;
import dev.aisle.recommender.models.checks.TrainingCheck;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.fairness.ReportFairness;
import dev.aisle.recommender.models.trainer.StartTrainer;
import dev.aisle.recommender.models.trainer.TrainerResult;
import dev.aisle.recommender.models.trainer.TrainerSession;
import dev.aisle.recommender.models.usecase.PublishModel.LearnedFrom;
import dev.aisle.recommender.models.usecase.SendDeeds.Sent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One training from the first row read to the model in use, or to the reason why the former one stays. What is learned from goes by to a process of its own,
 * which judges, fits and ends.
 */
@Singleton
class TrainModels {
    private final StartTrainer startTrainer;
    private final TrainerTasks tasks;
    private final SendDeeds sendDeeds;
    private final CheckTraining checkTraining;
    private final ReportFairness reportFairness;
    private final PublishModel publishModel;
    private final NameModel nameModel;

    TrainModels(
            StartTrainer startTrainer,
            TrainerTasks tasks,
            SendDeeds sendDeeds,
            CheckTraining checkTraining,
            ReportFairness reportFairness,
            PublishModel publishModel,
            NameModel nameModel) {
        this.startTrainer = startTrainer;
        this.tasks = tasks;
        this.sendDeeds = sendDeeds;
        this.checkTraining = checkTraining;
        this.reportFairness = reportFairness;
        this.publishModel = publishModel;
        this.nameModel = nameModel;
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
        try (TrainerSession trainer = startTrainer.start(progress)) {
            tasks.begin(trainer, null);
            Sent sent = sendDeeds.send(trainer);
            TrainingFigures figures = sent.figures();
            if (figures.interactions() == 0) {
                throw new NothingToLearnException();
            }
            List<TrainingCheck> checks = checkTraining.check(figures);
            if (order.forced() == null && checks.stream().anyMatch(TrainingCheck::failed)) {
                throw new ChecksFailedException(TrainingResult.refused(figures, checks, seconds(began)));
            }
            TrainerResult learned = trainer.result();
            TrainedModel model = trainer.fitted().named(nameModel.next(id));
            String outcome =
                    publishModel.publish(id, model, learned.ranker(), learnedFrom(sent), learned.gate(), progress);
            return new Trained(
                    model.version(),
                    new TrainingResult(
                            figures.people(),
                            model.itemCount(),
                            figures.interactions(),
                            seconds(began),
                            learned.metrics(),
                            checks,
                            figures,
                            learned.gate(),
                            reportFairness.of(learned.asked()),
                            learned.ranker(),
                            learned.choice(),
                            outcome));
        }
    }

    private LearnedFrom learnedFrom(Sent sent) {
        TrainingFigures figures = sent.figures();
        return new LearnedFrom(
                sent.at(),
                sent.lastInteraction(),
                figures.newest(),
                tasks.recipe(),
                figures.people(),
                figures.interactions());
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
