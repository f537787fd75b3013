package dev.aisle.local.importer;

import dev.aisle.local.shell.CommandFailure;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A few things at a time; in each lane one after the other, so that a person's events keep their order. */
public final class Lanes {
    static final int COUNT = 4;

    private Lanes() {}

    /** The lanes: those of the same person in the same lane, in the order given. */
    static List<List<Item>> of(List<Item> events) {
        return IntStream.range(0, COUNT)
                .mapToObj(lane -> events.stream()
                        .filter(event -> Math.floorMod(event.person().hashCode(), COUNT) == lane)
                        .toList())
                .toList();
    }

    /** Runs all lanes and ends with the first failure, when there is one. */
    public static void run(int count, IntConsumer lane) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ExecutorCompletionService<Integer>(threads);
            IntStream.range(0, count).forEach(number -> tasks.submit(() -> lane.accept(number), number));
            for (int i = 0; i < count; i++) {
                try {
                    tasks.take().get();
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw failure(Objects.requireNonNullElse(e.getCause(), e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static CommandFailure failure(Throwable cause) {
        return cause instanceof CommandFailure failure
                ? failure
                : new CommandFailure("Sending failed: " + cause, cause);
    }
}
