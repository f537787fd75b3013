package dev.aisle.ingest.door.edge;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds the memory of requests that wait for the broker, so that a slow broker makes clients wait and not the heap burst. */
@Singleton
class BytesInFlight {
    private static final int LEAST = 4_096;

    private final Semaphore free;

    BytesInFlight(@ConfigProperty(name = "aisle.door.bytes-in-flight", defaultValue = "16000000") int most) {
        free = new Semaphore(most);
    }

    /** False when there is no room now. */
    boolean enter(int bytes) {
        return free.tryAcquire(Math.max(LEAST, bytes));
    }

    void leave(int bytes) {
        free.release(Math.max(LEAST, bytes));
    }
}
