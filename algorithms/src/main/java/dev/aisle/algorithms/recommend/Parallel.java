package dev.aisle.algorithms.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs numbered blocks of work on some threads. The blocks must not depend on each other; which thread takes which is open. */
final class Parallel {
    private Parallel() {}

    /**
     * Runs blocks 0 … blocks − 1.
     *
     * @param worker called once a thread: gives the body with that thread's own scratch space
     */
    static void run(int blocks, int threads, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            IntConsumer body = worker.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                body.accept(block);
            }
        };
        if (threads <= 1) {
            loop.run();
            return;
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(executor.submit(loop));
            }
            running.forEach(Parallel::await);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The fit was interrupted.");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException("A block of work failed.", e);
            }
        }
    }
}
