package dev.aisle.campaign.experiments.flags.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A flag as it was written.
 *
 * @param revision counts every change
 */
public record StoredFlag(String key, long revision, JsonNode definition, Instant changedAt, String changedBy) {
    /** As it decides: what was saved was readable. */
    public Flag flag() {
        return switch (FlagReader.read(key, definition)) {
            case FlagReader.Reading.Good good -> good.flag();
            case FlagReader.Reading.Wrong wrong ->
                throw new IllegalStateException("The stored flag " + key + " can't be read: " + wrong.findings());
        };
    }
}
