package dev.aisle.assistant.knowledge.edge;

import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.assistant.knowledge.usecase.FollowKnowledge;
import dev.aisle.assistant.knowledge.usecase.ForgetPoints;
import dev.aisle.assistant.knowledge.usecase.KnowledgeSettings;
import dev.aisle.assistant.knowledge.usecase.ReadPassages;
import dev.aisle.platform.storage.StorageException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the index of articles current, and the threads that read passages. */
@Singleton
class KnowledgeClock {
    private static final Logger LOG = Logger.getLogger(KnowledgeClock.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final FollowKnowledge followKnowledge;
    private final ReadPassages readPassages;
    private final ForgetPoints forgetPoints;
    private final KnowledgeSettings settings;
    private final List<Thread> threads = new ArrayList<>();

    KnowledgeClock(
            FollowKnowledge followKnowledge,
            ReadPassages readPassages,
            ForgetPoints forgetPoints,
            KnowledgeSettings settings,
            PassageIndex index,
            MeterRegistry meters) {
        this.followKnowledge = followKnowledge;
        this.readPassages = readPassages;
        this.forgetPoints = forgetPoints;
        this.settings = settings;
        Gauge.builder("aisle.assistant.articles", index, all -> all.size().articles())
                .description("Articles that the assistant finds answers in")
                .register(meters);
        Gauge.builder("aisle.assistant.passages", index, all -> all.size().passages())
                .description("Passages of those articles")
                .register(meters);
        Gauge.builder("aisle.assistant.passages.waiting", readPassages, ReadPassages::waiting)
                .description("Passages that wait to be read into points")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        for (int number = 0; number < settings.threads(); number++) {
            threads.add(Thread.ofPlatform().name("passages-", number).daemon().start(this::read));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    /** Another instance may have written what this one doesn't know yet: only points of a day ago and more go. */
    @Scheduled(every = "24h", delayed = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        try {
            int forgotten = forgetPoints.forget(Instant.now().minus(Duration.ofDays(1)));
            LOG.infof("Points of %d texts that no article has any more were removed", forgotten);
        } catch (StorageException e) {
            LOG.warnf("Points without a text can't be removed now: %s", e.getMessage());
        }
    }

    /** The first time it reads everything, beside the first requests. */
    @Scheduled(every = "{aisle.assistant.knowledge.refresh-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void follow() {
        try {
            followKnowledge.refresh();
        } catch (StorageException e) {
            LOG.warnf("Articles can't be read now, trying again: %s", e.getMessage());
        }
    }

    private void read() {
        try {
            while (true) {
                readOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOnce() throws InterruptedException {
        try {
            readPassages.readSome();
        } catch (StorageException e) {
            LOG.warnf("Points of passages can't be kept now: %s", e.getMessage());
            Thread.sleep(PAUSE_MILLIS);
        } catch (RuntimeException e) {
            LOG.error("Some passages can't be read and are found by their words only", e);
        }
    }
}
