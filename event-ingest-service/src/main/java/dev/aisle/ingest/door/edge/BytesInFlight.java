package dev.aisle.ingest.door.edge;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the memory of requests that wait for the broker, so that a slow broker makes clients wait and not the heap burst. */
@Singleton
class BytesInFlight {
    private static final int LEAST = 4_096;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int ASK_AGAIN_MILLIS = 10;

    private final Semaphore free;

    BytesInFlight(@ConfigProperty(name = "aisle.door.bytes-in-flight", defaultValue = "16000000") int most) {
        free = new Semaphore(most);
    }

    /** Waits a moment for room; false when there is none. */
    boolean enter(int bytes) {
        try {
            return free.tryAcquire(Math.max(LEAST, bytes), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same without a thread that waits: the request stays unread meanwhile, and its sender can't send more. */
    void whenRoom(Vertx vertx, int bytes, Consumer<Boolean> then) {
        whenRoom(vertx, bytes, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS), then);
    }

    private void whenRoom(Vertx vertx, int bytes, long deadline, Consumer<Boolean> then) {
        if (free.tryAcquire(Math.max(LEAST, bytes))) {
            then.accept(true);
        } else if (System.nanoTime() > deadline) {
            then.accept(false);
        } else {
            vertx.setTimer(ASK_AGAIN_MILLIS, _ -> whenRoom(vertx, bytes, deadline, then));
        }
    }

    void leave(int bytes) {
        free.release(Math.max(LEAST, bytes));
    }
}
