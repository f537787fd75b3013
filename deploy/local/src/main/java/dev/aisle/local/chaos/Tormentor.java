package dev.aisle.local.chaos;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Victim;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Ends one process again and again: first as planned, then by chance until told to stop. It leaves it running. */
final class Tormentor {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int POLL_MILLIS = 100;
    private final Victim victim;
    private final Path agent;
    private final Progress progress;
    private final ArrayDeque<Blow> plan;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();
    private volatile boolean planDone;

    Tormentor(Victim victim, Path agent, List<Blow> plan, Progress progress) {
        this.victim = victim;
        this.agent = agent;
        this.plan = new ArrayDeque<>(plan);
        this.progress = progress;
    }

    int kills() {
        return kills.get();
    }

    int crashes() {
        return crashes.get();
    }

    boolean planDone() {
        return planDone;
    }

    /** Expects the process to run without an agent in it, so that a kill comes first. */
    void torment(Random random, Duration calm, BooleanSupplier go) throws InterruptedException {
        for (var blow = plan.poll(); blow != null; blow = plan.poll()) {
            strike(blow);
            victim.start(options());
        }
        ready();
        planDone = true;
        while (go.getAsBoolean()) {
            if (calmUntil(System.nanoTime() + calm.toNanos() / 2 + random.nextLong(calm.toNanos()), go)) {
                strike(new Blow.Kill(0));
                victim.start("");
            }
        }
        ready();
    }

    /** False when it is over before. */
    private static boolean calmUntil(long nanos, BooleanSupplier go) throws InterruptedException {
        while (go.getAsBoolean() && System.nanoTime() < nanos) {
            Thread.sleep(POLL_MILLIS);
        }
        return go.getAsBoolean();
    }

    private String options() {
        return plan.peek() instanceof Blow.Crash crash
                ? "-javaagent:" + agent + "=" + crash.place().script()
                : "";
    }

    private void strike(Blow blow) throws InterruptedException {
        switch (blow) {
            case Blow.Kill kill -> {
                ready();
                Thread.sleep(kill.afterMillis());
                victim.kill();
                progress.step("kill -9 " + victim.name() + " (" + kills.incrementAndGet() + ".)");
            }
            case Blow.Crash crash -> {
                awaitCrash(crash);
                crashes.incrementAndGet();
                progress.step("crash of " + crash.point().spoken() + ", passing "
                        + crash.place().hits());
            }
        }
    }

    private void ready() throws InterruptedException {
        if (!victim.awaitReady(PATIENCE)) {
            throw new CommandFailure(victim.name() + " did not become ready after it was started again.");
        }
    }

    private void awaitCrash(Blow.Crash crash) throws InterruptedException {
        var code = victim.awaitEnd(PATIENCE)
                .orElseThrow(() -> new CommandFailure(victim.name() + " never came to "
                        + crash.point().spoken() + ": is " + crash.place().script() + " still where it was?"));
        if (code != CrashCountdown.EXIT_CODE) {
            throw new CommandFailure(victim.name() + " was to crash at "
                    + crash.point().spoken() + " and ended with code " + code + ".");
        }
    }
}
