package dev.aisle.recommender.models.trials;

import dev.aisle.recommender.models.domain.InUse.Canary;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.registry.ModelChange.Cause;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.registry.MoveModel;
import dev.aisle.recommender.models.registry.MoveModel.Order;
import dev.aisle.recommender.models.usecase.FollowRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Lets a canary answer. What it can't answer the serving model does; a canary that fails too often is asked no more. */
@Singleton
public class WatchCanary {
    private static final Logger LOG = Logger.getLogger(WatchCanary.class);

    private final KeepTrials trials;
    private final FollowRegistry followRegistry;
    private final MoveModel moveModel;
    private final CanaryConfig config;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("canary-halt").factory());

    WatchCanary(KeepTrials trials, FollowRegistry followRegistry, MoveModel moveModel, CanaryConfig config) {
        this.trials = trials;
        this.followRegistry = followRegistry;
        this.moveModel = moveModel;
        this.config = config;
    }

    /** The canary's answer, or the serving model's when it has none. When both fail, the canary isn't to blame. */
    public <T> T answer(Canary canary, Supplier<T> own, Supplier<T> serving) {
        TrialTally tally = trials.of(canary.model().version(), ModelState.CANARY);
        long began = System.nanoTime();
        try {
            T answer = own.get();
            tally.answered(System.nanoTime() - began);
            return answer;
        } catch (RuntimeException e) {
            T instead = serving.get();
            count(canary, tally, e);
            return instead;
        }
    }

    private void count(Canary canary, TrialTally tally, RuntimeException e) {
        long failures = tally.failed();
        if (failures == 1) {
            LOG.warnf(e, "The canary %s could not answer", canary.model().version());
        }
        if (failures >= config.mostFailures() && tally.failureShare() > config.failureShare()) {
            worker.execute(() -> halt(canary, failures, e));
        }
    }

    /** Requests that began before may come here, too: the second time there is nothing left to do. */
    private void halt(Canary canary, long failures, RuntimeException e) {
        String version = canary.model().version();
        if (!followRegistry.halt(canary)) {
            return;
        }
        String reason = failures + " answers failed in an instance, the last one with "
                + e.getClass().getSimpleName();
        LOG.errorf("The canary %s is halted: %s", version, reason);
        try {
            moveModel.move(
                    MoveModel.of(moves -> moves.endTrial(version, ModelState.CANARY)),
                    new Order(Cause.HALT, TrainingOrder.SERVICE, reason, false));
        } catch (RuntimeException unreachable) {
            LOG.errorf(unreachable, "The halt of %s holds in this instance only, the registry wasn't changed", version);
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
