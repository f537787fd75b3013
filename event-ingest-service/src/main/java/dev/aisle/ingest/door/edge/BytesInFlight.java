package dev.aisle.ingest.door.edge;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the memory of requests that wait for the broker, so that a slow broker makes clients wait and not the heap burst. */
@Singleton
class BytesInFlight {
    private static final int LEAST = 4_096;
    private static final int PATIENCE_SECONDS = 2;

    private final Semaphore free;

    BytesInFlight(@ConfigProperty(name = "aisle.door.bytes-in-flight", defaultValue = "16000000") int most) {
        free = new Semaphore(most);
    }

    /** Waits a moment for room; false when there is none. */
    boolean enter(int bytes) {
        try {
            return free.tryAcquire(Math.max(LEAST, bytes), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave(int bytes) {
        free.release(Math.max(LEAST, bytes));
    }
}
