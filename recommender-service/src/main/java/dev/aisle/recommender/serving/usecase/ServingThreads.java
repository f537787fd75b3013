package dev.aisle.recommender.serving.usecase;

import dev.aisle.contracts.Keeps;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads for parts of requests. Few, since what runs on them computes; and with a short queue, since what waits long there comes too late anyway. */
@Singleton
@Keeps(ofNobody = "parts of requests, for as long as they are answered")
class ServingThreads {
    private final ThreadPoolExecutor threads;

    @Inject
    ServingThreads(ServingSettings settings) {
        this(
                settings.threads() > 0
                        ? settings.threads()
                        : 2 * Runtime.getRuntime().availableProcessors(),
                settings.waiting());
    }

    ServingThreads(int count, int waiting) {
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("serving-", 0).factory());
    }

    /** Runs it, unless too much waits. */
    <T> Beside<T> run(Callable<T> work) {
        try {
            return new Beside<>(threads.submit(work));
        } catch (RejectedExecutionException e) {
            return new Beside<>(null);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
