package dev.aisle.platform.consent;

import java.time.Duration;

/**
 * Whether privacy-service must still reckon with this process. It does for as long as a report of ours is young enough; so when none
 * got through for that long, this process stops using anything, before it is counted out.
 */
final class Membership {
    private final long toleratedNanos;
    private volatile boolean registered;
    private volatile boolean left;
    private volatile long heldSinceNanos;
    private volatile long lastSentNanos;

    Membership(Duration tolerated) {
        this.toleratedNanos = tolerated.toNanos();
    }

    /**
     * The broker has a report.
     *
     * @param sentNanos before it was sent: whoever reads it reads it later
     * @param ackedNanos when the broker's word came
     */
    synchronized void reported(long sentNanos, long ackedNanos) {
        // After a lapse others may have counted us out, up to this moment.
        if (!registered || ackedNanos - lastSentNanos >= toleratedNanos) {
            heldSinceNanos = ackedNanos;
        }
        if (!registered || sentNanos - lastSentNanos > 0) {
            lastSentNanos = sentNanos;
        }
        registered = true;
    }

    /** No more from now on, whatever report still gets through. */
    void leave() {
        left = true;
    }

    /**
     * Whether what is known of consents counts.
     *
     * @param confirmedNanos when the broker was asked that confirmed it: not before the membership, or a withdrawal could have been
     *     acknowledged without us in between
     */
    boolean holds(long confirmedNanos, long nowNanos) {
        boolean member = registered && !left;
        long sent = lastSentNanos;
        return member && nowNanos - sent < toleratedNanos && confirmedNanos - heldSinceNanos >= 0;
    }
}
