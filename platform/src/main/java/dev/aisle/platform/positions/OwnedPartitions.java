package dev.aisle.platform.positions;

import dev.aisle.contracts.Keeps;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this process knows of the positions of its partitions: the memory that a database which went back doesn't have. */
@Singleton
@Keeps(ofNobody = "positions in partitions")
class OwnedPartitions {
    private final Map<ConsumedPartition, Known> known = new ConcurrentHashMap<>();
    private final Set<ConsumedPartition> behind = ConcurrentHashMap.newKeySet();

    /**
     * What is known of a partition.
     *
     * @param position   that the database had when this process last read or wrote it
     * @param contiguous whether the next record that is polled follows the position, so that what lies between is a hole of the log
     */
    record Known(long position, boolean contiguous) {}

    /** What is known; null of a partition that nothing is known of. */
    @Nullable
    Known of(ConsumedPartition partition) {
        return known.get(partition);
    }

    /** A copy of all. */
    Map<ConsumedPartition, Known> all() {
        return Map.copyOf(known);
    }

    /** The consumer goes to this position. Records that it has polled before may come first. */
    void begins(ConsumedPartition partition, long position) {
        known.put(partition, new Known(position, false));
    }

    /** The database has this position, behind the last record that was taken. */
    void wrote(ConsumedPartition partition, long position) {
        known.put(partition, new Known(position, true));
        behind.remove(partition);
    }

    /** The database is below what is known; returns whether that is news. */
    boolean isBehind(ConsumedPartition partition) {
        return behind.add(partition);
    }

    /** Somebody else has it now. */
    void forget(ConsumedPartition partition) {
        known.remove(partition);
        behind.remove(partition);
    }
}
