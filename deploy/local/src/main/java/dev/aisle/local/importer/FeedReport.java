package dev.aisle.local.importer;

import java.util.concurrent.atomic.AtomicLong;

/** Counts of what a feed has done, kept by several lanes at once. */
public final class FeedReport {
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong products = new AtomicLong();

    void accepted(long count) {
        accepted.addAndGet(count);
    }

    void dropped(long count) {
        dropped.addAndGet(count);
    }

    void rejected(long count) {
        rejected.addAndGet(count);
    }

    void products(long count) {
        products.addAndGet(count);
    }

    /** Events that the door took. */
    public long acceptedEvents() {
        return accepted.get();
    }

    /** Events of people who have granted nothing; the door stored none of them. */
    public long droppedEvents() {
        return dropped.get();
    }

    public long rejectedItems() {
        return rejected.get();
    }

    public long acceptedProducts() {
        return products.get();
    }
}
