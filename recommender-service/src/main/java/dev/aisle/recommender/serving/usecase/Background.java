package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.Keeps;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Renews what requests look at, one thing after the other and each once at a time, so that no request waits for it. */
@Singleton
@Keeps(ofNobody = "what is being renewed")
class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);

    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("serving-background").factory());

    /** Does it soon, unless the same is underway. */
    void once(String name, Runnable work) {
        if (underway.add(name)) {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warnf(e, "The %s can't be renewed; what was known goes on", name);
                } finally {
                    underway.remove(name);
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
