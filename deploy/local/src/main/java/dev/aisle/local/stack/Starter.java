package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/** Starts parts side by side and waits until they work; the first that fails ends the wait for all. */
final class Starter {
    /** A cold start of five services on a busy two-core machine takes half a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int POLL_MILLIS = 300;

    private final Layout layout;
    private final StateFile state;
    private final Progress progress;
    private final List<Running> started = new ArrayList<>();
    private volatile boolean abandoned;

    Starter(Layout layout, StateFile state, Progress progress) {
        this.layout = layout;
        this.state = state;
        this.progress = progress;
    }

    void start(List<? extends Blueprint> batch) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ExecutorCompletionService<Void>(threads);
            batch.forEach(blueprint -> tasks.submit(task(blueprint)));
            for (int i = 0; i < batch.size(); i++) {
                tasks.take().get();
            }
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            abandoned = true;
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while starting.", e);
        }
    }

    private static CommandFailure failure(Throwable cause) {
        return cause instanceof CommandFailure failure
                ? failure
                : new CommandFailure("The start failed: " + cause, cause);
    }

    private Callable<Void> task(Blueprint blueprint) {
        return () -> {
            try {
                start(blueprint);
                return null;
            } catch (Exception e) {
                abandoned = true;
                throw e;
            }
        };
    }

    private void start(Blueprint blueprint) throws InterruptedException {
        var part = blueprint.part();
        var running = state.alive(part);
        if (running.isEmpty()) {
            blueprint.prepare();
            await(blueprint, launch(blueprint));
        } else {
            await(blueprint, running.get());
        }
        blueprint.provision();
        progress.step(part.label() + " ready on " + layout.ports().address(part));
    }

    /** Remembers the process in the same breath as it starts, so that an interrupt finds it. */
    private synchronized Running launch(Blueprint blueprint) {
        if (abandoned) {
            throw new CommandFailure("The start was abandoned.");
        }
        var process = blueprint.launch().start();
        var mark = ProcessMark.of(process.pid()).orElse("gone");
        var part = blueprint.part();
        var running = new Running(part, process.pid(), mark, layout.ports().of(part), Instant.now());
        started.add(running);
        state.add(running);
        return running;
    }

    private void await(Blueprint blueprint, Running running) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var log = layout.log(running.part());
        while (!blueprint.ready()) {
            if (abandoned) {
                throw new CommandFailure("The start was abandoned.");
            }
            if (!running.alive()) {
                throw new CommandFailure(running.part().label() + " died while starting: " + LogFile.lastError(log)
                        + " (log: " + layout.shown(log) + ")");
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(running.part().label() + " was not ready after " + PATIENCE.toMinutes()
                        + " minutes: " + LogFile.lastError(log) + " (log: " + layout.shown(log) + ")");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** No more starts; answers what this run has started. */
    synchronized List<Running> abandon() {
        abandoned = true;
        return List.copyOf(started);
    }
}
