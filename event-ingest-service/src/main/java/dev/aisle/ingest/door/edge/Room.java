package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.shared.events.Limits;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The share of one request in {@link BytesInFlight}, under whose lock it changes. */
final class Room {
    /** A request without a byte needs memory too. */
    static final int LEAST = 4_096;

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int ASK_AGAIN_MILLIS = 10;
    private static final int MOST_ASKED = PATIENCE_MILLIS / ASK_AGAIN_MILLIS;

    private final BytesInFlight all;
    private final Runnable giveWay;
    private final long begunAt;
    private int held;
    private boolean arrived;
    private volatile boolean over;
    /** Of the reader alone. */
    private int came;

    Room(BytesInFlight all, Runnable giveWay, long begunAt) {
        this.all = all;
        this.giveWay = giveWay;
        this.begunAt = begunAt;
    }

    long begunAt() {
        return begunAt;
    }

    int held() {
        return held;
    }

    boolean isOver() {
        return over;
    }

    boolean hasArrived() {
        return arrived;
    }

    /** Holds at least this many; returns how many that is more. */
    int enlarge(int bytes) {
        int more = Math.max(0, bytes - held);
        held += more;
        return more;
    }

    void arrive() {
        arrived = true;
    }

    int close() {
        int back = held;
        held = 0;
        over = true;
        return back;
    }

    void giveWay() {
        giveWay.run();
    }

    /** Counts bytes that came; false when there is no room for them now. */
    boolean add(int bytes) {
        came += bytes;
        return all.enlarge(this, need(false));
    }

    private int need(boolean unpacking) {
        return unpacking ? came + Limits.BATCH_BYTES : Math.max(LEAST, came);
    }

    /**
     * Waits a moment for room for what came; false when there is none.
     *
     * @param unpacking and for what it will be when it is unpacked
     */
    boolean await(boolean unpacking) {
        for (int asked = 0; !all.enlarge(this, need(unpacking)); asked++) {
            if (over || asked == MOST_ASKED) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** The same without a thread that waits. */
    void await(Vertx vertx, boolean unpacking, Consumer<Boolean> then) {
        await(vertx, unpacking, 0, then);
    }

    private void await(Vertx vertx, boolean unpacking, int asked, Consumer<Boolean> then) {
        if (all.enlarge(this, need(unpacking))) {
            then.accept(true);
        } else if (over || asked == MOST_ASKED) {
            then.accept(false);
        } else {
            vertx.setTimer(ASK_AGAIN_MILLIS, _ -> await(vertx, unpacking, asked + 1, then));
        }
    }

    /** All of it is there: it gives way no more, and only {@link #leave} gives back what it has. */
    void arrived() {
        all.arrived(this);
    }

    /** Closes it when its request ended before all of it was there. */
    void leaveUnfinished() {
        all.leaveUnfinished(this);
    }

    /** Closes it. */
    void leave() {
        all.leave(this);
    }
}
