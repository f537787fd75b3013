package dev.aisle.recommender.models.trials;

import dev.aisle.contracts.Keeps;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.registry.ModelState;
import dev.aisle.recommender.models.store.ModelInUse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Asks the shadow what was asked, after the answer has gone, and compares the lists. One thread does it, a few requests may wait; more are left
 * out and counted, so that a slow shadow costs the serving model nothing.
 */
@Singleton
@Keeps(ofPersons = "requests that wait for a moment to be compared; what finds no room is left out")
public class AskShadow {
    private static final Logger LOG = Logger.getLogger(AskShadow.class);

    private final ModelInUse inUse;
    private final KeepTrials trials;
    private final ConsentView consents;
    private final double share;
    private final ThreadPoolExecutor worker;

    AskShadow(ModelInUse inUse, KeepTrials trials, ConsentView consents, ShadowConfig config) {
        this.inUse = inUse;
        this.trials = trials;
        this.consents = consents;
        this.share = config.share();
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(config.waiting()),
                Thread.ofPlatform().daemon().name("shadow").factory());
    }

    /**
     * Asks it for a share of the requests; returns at once. To be called while the use of the person's data goes on that the answer was made in:
     * the shadow's use begins before that ends, and so a withdrawal waits for both.
     *
     * @param served product ids of the answer, the best first
     * @param answering the same with another model
     */
    public void ask(List<String> served, Function<TrainedModel, List<String>> answering) {
        TrainedModel shadow = inUse.now().shadow();
        if (shadow == null || ThreadLocalRandom.current().nextDouble() >= share) {
            return;
        }
        TrialTally tally = trials.of(shadow.version(), ModelState.SHADOW);
        Use use = consents.beginUse();
        try {
            worker.execute(() -> compare(shadow, tally, use, served, answering));
        } catch (RejectedExecutionException e) {
            use.close();
            tally.dropped();
        }
    }

    private static void compare(
            TrainedModel shadow,
            TrialTally tally,
            Use use,
            List<String> served,
            Function<TrainedModel, List<String>> answering) {
        try (use) {
            long began = System.nanoTime();
            List<String> own = answering.apply(shadow);
            tally.answered(System.nanoTime() - began);
            tally.compared(served, own);
        } catch (RuntimeException e) {
            if (tally.failed() == 1) {
                LOG.warnf(e, "The shadow %s could not answer; further failures are counted only", shadow.version());
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
