package dev.aisle.recommender.models.usecase;

import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.models.domain.Training;
import dev.aisle.recommender.models.domain.Training.Status;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingResult;
import dev.aisle.recommender.models.store.TrainingRepository;
import dev.aisle.recommender.models.usecase.TrainModels.Trained;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts trainings, one at a time in all instances, follows and cancels them. */
@Singleton
public class RunTrainings {
    private static final Logger LOG = Logger.getLogger(RunTrainings.class);
    private static final long HEARTBEAT_MILLIS = 500;

    private final TrainingRepository trainings;
    private final InteractionRepository interactions;
    private final TrainModels trainModels;
    private final TakeModel takeModel;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("training").factory());
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("training-heartbeat").factory());

    RunTrainings(
            TrainingRepository trainings,
            InteractionRepository interactions,
            TrainModels trainModels,
            TakeModel takeModel) {
        this.trainings = trainings;
        this.interactions = interactions;
        this.trainModels = trainModels;
        this.takeModel = takeModel;
    }

    /** What came of the wish to train. */
    public sealed interface Start {
        /** It runs. */
        record Started(Training training) implements Start {}

        /** Another one runs. */
        record Busy(UUID running) implements Start {}
    }

    /** What came of the wish to cancel. */
    public enum Cancellation {
        REQUESTED,
        ALREADY_ENDED,
        UNKNOWN
    }

    /** Starts a training unless one runs. */
    public Start start(TrainingOrder order) {
        UUID id = UUID.randomUUID();
        while (!trainings.begin(id, interactions.newest(), order)) {
            Optional<Training> running = trainings.running();
            if (running.isPresent()) {
                return new Start.Busy(running.get().id());
            }
        }
        worker.execute(() -> run(id, order));
        return new Start.Started(trainings.find(id).orElseThrow());
    }

    /** Cancels a training, wherever it runs. */
    public Cancellation cancel(UUID id) {
        if (trainings.requestCancellation(id)) {
            return Cancellation.REQUESTED;
        }
        return trainings.find(id).isPresent() ? Cancellation.ALREADY_ENDED : Cancellation.UNKNOWN;
    }

    private void run(UUID id, TrainingOrder order) {
        TrainingProgress progress = new TrainingProgress();
        ScheduledFuture<?> beating =
                heart.scheduleWithFixedDelay(() -> beat(id, progress), 0, HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        Training ended;
        try {
            ended = completed(id, order, trained(id, order, progress));
        } catch (CancellationException e) {
            ended = ended(id, order, Status.CANCELLED, progress, null, null);
        } catch (NothingToLearnException | UnusableFileException e) {
            LOG.info(e.getMessage());
            ended = ended(id, order, Status.FAILED, progress, e.getMessage(), null);
        } catch (ChecksFailedException e) {
            LOG.warn(e.getMessage());
            ended = ended(id, order, Status.FAILED, progress, e.getMessage(), e.result());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.errorf(e, "The training %s failed", id);
            ended = ended(id, order, Status.FAILED, progress, String.valueOf(e.getMessage()), null);
        } finally {
            beating.cancel(false);
        }
        trainings.end(ended);
        LOG.infof("The training %s is %s: %s", id, ended.status().label(), ended.result());
    }

    private Trained trained(UUID id, TrainingOrder order, TrainingProgress progress) {
        return order.file() == null
                ? trainModels.train(id, order, progress)
                : takeModel.take(id, order.file(), order, progress);
    }

    private void beat(UUID id, TrainingProgress progress) {
        try {
            if (!trainings.goesOn(id, progress.stage(), progress.progress())) {
                progress.cancel();
            }
        } catch (RuntimeException e) {
            LOG.warnf("The progress of the training %s could not be written: %s", id, e.getMessage());
        }
    }

    private static Training completed(UUID id, TrainingOrder order, Trained trained) {
        Instant now = Instant.now();
        return new Training(
                id,
                Status.COMPLETED,
                "done",
                1,
                now,
                now,
                0,
                trained.modelVersion(),
                null,
                order.by(),
                order.forced(),
                trained.result());
    }

    private static Training ended(
            UUID id,
            TrainingOrder order,
            Status status,
            TrainingProgress progress,
            @Nullable String failure,
            @Nullable TrainingResult result) {
        Instant now = Instant.now();
        return new Training(
                id,
                status,
                progress.stage(),
                progress.progress(),
                now,
                now,
                0,
                null,
                failure,
                order.by(),
                order.forced(),
                result);
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
        heart.shutdownNow();
    }
}
