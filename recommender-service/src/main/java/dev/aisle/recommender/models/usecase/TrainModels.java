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
import dev.aisle.recommender.models.usecase.PublishModel.LearnedFrom;
import dev.aisle.recommender.models.usecase.ReadTrainingSet.Reading;
import dev.aisle.recommender.ranking.usecase.LearnRanker;
import dev.aisle.recommender.ranking.usecase.LearnRanker.Learned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One training from the first row read to the model in use, or to the reason why the former one stays. */
@Singleton
public class TrainModels {
    private final ReadTrainingSet readTrainingSet;
    private final CheckTraining checkTraining;
    private final JudgeCandidate judgeCandidate;
    private final ReportFairness reportFairness;
    private final LearnRanker learnRanker;
    private final PublishModel publishModel;
    private final NameModel nameModel;
    private final Recipe recipe;

    TrainModels(
            ReadTrainingSet readTrainingSet,
            CheckTraining checkTraining,
            JudgeCandidate judgeCandidate,
            ReportFairness reportFairness,
            LearnRanker learnRanker,
            PublishModel publishModel,
            NameModel nameModel,
            RecipeConfig recipe) {
        this.readTrainingSet = readTrainingSet;
        this.checkTraining = checkTraining;
        this.judgeCandidate = judgeCandidate;
        this.reportFairness = reportFairness;
        this.learnRanker = learnRanker;
        this.publishModel = publishModel;
        this.nameModel = nameModel;
        this.recipe = recipe(recipe);
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
        Judged candidate = judgeCandidate.judge(reading.set(), recipe, progress);
        progress.stage("ranker", 0.5, 0.55);
        Learned learned = learnRanker.learn(Instant.now(), candidate.past());
        Judged judged = candidate.withoutPast();
        TrainedModel fitted = new Learning(recipe)
                .fit(reading.set(), Long.MAX_VALUE, nameModel.next(id), progress, new Span("fitting", 0.55, 0.9))
                .with(judged.choice());
        String outcome = publishModel.publish(id, fitted, learned, learnedFrom(reading), judged.gate(), progress);
        return new Trained(
                fitted.version(),
                new TrainingResult(
                        reading.set().userCount(),
                        fitted.itemCount(),
                        reading.set().size(),
                        seconds(began),
                        judged.metrics(),
                        checks,
                        reading.figures(),
                        judged.gate(),
                        reportFairness.of(reading.set(), judged),
                        learned.report(),
                        judged.choice(),
                        outcome));
    }

    private LearnedFrom learnedFrom(Reading reading) {
        TrainingSet set = reading.set();
        return new LearnedFrom(
                reading.at(),
                reading.lastInteraction(),
                Instant.ofEpochMilli(set.newest()),
                recipe,
                set.userCount(),
                set.size());
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
