package dev.aisle.privacy.consent.enforcement;

import java.time.Duration;
import java.util.Map;

/**
 * A process that enforces consent, by its latest report.
 *
 * @param nextOffsets by partition of the consents, the first record that isn't in force there
 * @param receivedNanos when the report was read here, which is later than it was sent
 * @param left whether it has ended and uses nothing any more
 * @param tolerated after how long without a report that gets through it denies everybody by itself
 */
record Point(
        String service,
        String instance,
        Map<Integer, Long> nextOffsets,
        long receivedNanos,
        boolean left,
        Duration tolerated) {
    public Point {
        nextOffsets = Map.copyOf(nextOffsets);
    }

    /** Whether the record at that place is in force there. */
    boolean enforces(Place place) {
        return nextOffsets.getOrDefault(place.partition(), 0L) > place.offset();
    }

    /** Whether everything before these offsets, by partition, is in force there. */
    boolean enforces(Map<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(needed -> nextOffsets.getOrDefault(needed.getKey(), 0L) >= needed.getValue());
    }

    /**
     * Whether it may still use something.
     *
     * @param confirmedNanos up to when its reports were certainly read here
     */
    boolean mayUse(long confirmedNanos, Duration margin) {
        return !left && confirmedNanos - receivedNanos <= tolerated.plus(margin).toNanos();
    }
}
