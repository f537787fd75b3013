package dev.aisle.privacy.rights.receipts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a service says it has erased.
 *
 * @param removed how many of what
 * @param outstanding what can only follow later
 */
public record Receipt(String service, Instant at, Map<String, Long> removed, List<Outstanding> outstanding) {
    public Receipt {
        removed = Map.copyOf(removed);
        outstanding = List.copyOf(outstanding);
    }

    /** Something that follows, and by when. */
    public record Outstanding(String what, Instant due) {}
}
