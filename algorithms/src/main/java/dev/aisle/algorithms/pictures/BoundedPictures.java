package dev.aisle.algorithms.pictures;

import dev.aisle.algorithms.pictures.PictureReading.Refused;
import dev.aisle.algorithms.pictures.PictureReading.Why;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads a few pictures at once and lets others wait, so that memory is bounded whoever sends what. */
public final class BoundedPictures {
    private final Semaphore places;

    /** @param atOnce ≥ 1; each may take about 80 MB for a moment */
    public BoundedPictures(int atOnce) {
        this.places = new Semaphore(atOnce, true);
    }

    /**
     * Reads a file as {@link PictureReader} does.
     *
     * @param most how long waiting and decoding may take together
     */
    public PictureReading read(byte[] file, @Nullable String mediaType, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            if (!places.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
                return busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return busy();
        }
        try {
            return PictureReader.read(file, mediaType, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } finally {
            places.release();
        }
    }

    private static Refused busy() {
        return new Refused(Why.BUSY, "too many pictures are being read; send it again in a moment");
    }
}
