package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.serving.domain.Deadline;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Work that runs beside the one who waits for it. */
final class Beside<T> {
    private final @Nullable Future<T> running;

    /** @param running {@code null} when no thread was free */
    Beside(@Nullable Future<T> running) {
        this.running = running;
    }

    /** What became of it. */
    sealed interface Outcome<T> {}

    /** It is done. */
    record Done<T>(T answer) implements Outcome<T> {}

    /**
     * The deadline passed. What hasn't begun never will; what has begun ends by itself, since an interrupt would close files that others read from, too.
     */
    record Late<T>() implements Outcome<T> {}

    /** It never began. */
    record Busy<T>() implements Outcome<T> {}

    /** It ended in an exception. */
    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /** Waits until the deadline. */
    Outcome<T> await(Deadline deadline) {
        if (running == null) {
            return new Busy<>();
        }
        try {
            return new Done<>(running.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            running.cancel(false);
            return new Late<>();
        } catch (ExecutionException e) {
            return new Failed<>(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            running.cancel(false);
            Thread.currentThread().interrupt();
            return new Late<>();
        }
    }
}
