package dev.aisle.profile.segments.domain;

import dev.aisle.profile.segments.domain.rule.Rule;
import java.time.Instant;

/**
 * A version of a segment.
 *
 * @param version from 1
 * @param archived nobody is in it any more
 */
public record Segment(
        String id, int version, String name, String description, Rule rule, boolean archived, Instant changedAt) {
    /** Whether it says the same as another version. */
    public boolean saysTheSame(Segment other) {
        return name.equals(other.name)
                && description.equals(other.description)
                && rule.equals(other.rule)
                && archived == other.archived;
    }
}
