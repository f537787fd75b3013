package dev.aisle.local.erasures;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Victim;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends services by kill -9, one at a time, and starts each again. */
final class Killer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LONGEST_CALM_MILLIS = 3_000;

    private final List<Victim> services;
    private final ErasureTrial trial;
    private final Progress progress;
    private final AtomicInteger kills = new AtomicInteger();
    private final CompletableFuture<Void> plan = new CompletableFuture<>();

    Killer(List<Victim> services, ErasureTrial trial, Progress progress) {
        this.services = services;
        this.trial = trial;
        this.progress = progress;
    }

    void start() {
        Thread.ofPlatform().daemon().name("killer").start(this::run);
    }

    int kills() {
        return kills.get();
    }

    /** Returns when as many were killed as planned and all are back. */
    void awaitPlan() throws InterruptedException {
        try {
            plan.get();
        } catch (ExecutionException e) {
            throw new CommandFailure("The killing ended early: " + e.getMessage(), e);
        }
    }

    private void run() {
        try {
            var random = new Random(trial.seed());
            while (kills.get() < trial.kills()) {
                Thread.sleep(random.nextInt(LONGEST_CALM_MILLIS));
                strike(services.get(random.nextInt(services.size())));
            }
            plan.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            plan.completeExceptionally(e);
        }
    }

    private void strike(Victim victim) throws InterruptedException {
        victim.kill();
        progress.step("kill -9 " + victim.name() + " (" + kills.incrementAndGet() + ".)");
        victim.start("");
        if (!victim.awaitReady(PATIENCE)) {
            throw new CommandFailure(victim.name() + " did not become ready after it was killed.");
        }
    }
}
