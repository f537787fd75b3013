package dev.aisle.campaign.people;

import java.time.Instant;

/**
 * Somebody entered or left a segment.
 *
 * @param profileVersion orders the moves of one person: an older one changes nothing
 */
public record SegmentMove(String pseudonym, String segmentId, boolean entered, long profileVersion, Instant changedAt) {
    /** The same of another pseudonym. */
    public SegmentMove under(String successor) {
        return new SegmentMove(successor, segmentId, entered, profileVersion, changedAt);
    }
}
