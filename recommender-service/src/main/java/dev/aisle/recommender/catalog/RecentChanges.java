package dev.aisle.recommender.catalog;

import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.catalog.ProductChange.Described;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The changes of the last minutes, so that reading them again from the table is no news. */
@Keeps(ofNobody = "changes of products")
final class RecentChanges {
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(int content, Instant sourceTime, Instant at) {}

    void add(ProductChange change) {
        seen.put(change.productId(), new Seen(contentOf(change), change.sourceTime(), Instant.now()));
    }

    /** Whether the change is another than the one seen last, and not older. */
    boolean isNew(ProductChange change) {
        Seen last = seen.get(change.productId());
        return last == null
                || (!change.sourceTime().isBefore(last.sourceTime())
                        && (last.content() != contentOf(change)
                                || !last.sourceTime().equals(change.sourceTime())));
    }

    void forgetBefore(Instant time) {
        seen.values().removeIf(change -> change.at().isBefore(time));
    }

    private static int contentOf(ProductChange change) {
        return change instanceof Described described ? Arrays.hashCode(described.payload()) : 0;
    }
}
