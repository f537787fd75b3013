package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.shared.events.Limits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds the memory of requests that come in and wait for the broker, so that a slow broker makes clients wait and not the heap burst. Bytes count as they come: who announces
 * them and sends none takes no room from others. Without room the body that has been on its way longest gives way, when that is more than a second; and the first
 * one on its way may go on over the bound, by about two batches, so that bodies that came half never wait for each other.
 */
@Singleton
class BytesInFlight {
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** The bytes kept for the first. */
    private static final int RESERVE = 2 * Limits.BATCH_BYTES + Room.LEAST;

    private final LongSupplier clock;
    private final SequencedSet<Room> coming = new LinkedHashSet<>();
    private long free;

    @Inject
    BytesInFlight(@ConfigProperty(name = "aisle.door.bytes-in-flight", defaultValue = "16000000") int most) {
        this(most, System::nanoTime);
    }

    BytesInFlight(int most, LongSupplier clock) {
        this.free = most;
        this.clock = clock;
    }

    /**
     * Returns room for a request, with nothing in it yet.
     *
     * @param giveWay ends the request
     */
    Room open(Runnable giveWay) {
        return new Room(this, giveWay, clock.getAsLong());
    }

    /** How many bytes more there is room for. */
    synchronized long free() {
        return free;
    }

    /** Makes a room that large, from others that give way when it must; false when that can't be now. */
    boolean enlarge(Room room, int bytes) {
        List<Room> gone = new ArrayList<>();
        boolean enlarged = tryEnlarge(room, bytes, gone);
        gone.forEach(Room::giveWay);
        return enlarged;
    }

    private synchronized boolean tryEnlarge(Room room, int bytes, List<Room> gone) {
        while (!room.isOver()) {
            if (bytes - room.held() <= (isFirst(room) ? free + RESERVE : free)) {
                free -= room.enlarge(bytes);
                coming.add(room);
                return true;
            }
            Room first = coming.isEmpty() ? room : coming.getFirst();
            if (first == room || clock.getAsLong() - first.begunAt() < GRACE_NANOS) {
                return false;
            }
            leave(first);
            gone.add(first);
        }
        return false;
    }

    private boolean isFirst(Room room) {
        return !coming.isEmpty() && coming.getFirst() == room;
    }

    /** It is all there, and gives way no more. */
    synchronized void arrived(Room room) {
        coming.remove(room);
        room.arrive();
    }

    /** Closes a room that isn't all there. */
    synchronized void leaveUnfinished(Room room) {
        if (!room.hasArrived()) {
            leave(room);
        }
    }

    /** Closes a room; what it has is given back once. */
    synchronized void leave(Room room) {
        coming.remove(room);
        free += room.close();
    }
}
