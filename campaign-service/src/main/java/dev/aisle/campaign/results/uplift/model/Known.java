package dev.aisle.campaign.results.uplift.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person at a moment, as {@code known_of} writes it.
 *
 * @param daysSinceItem since something was last seen or bought; {@code null} when nothing was
 * @param contacts how often campaigns reached the person
 */
public record Known(
        int orders, int items, @Nullable Double daysSinceItem, int contacts, int clicks, Set<String> segments) {
    public Known {
        segments = Set.copyOf(segments);
    }
}
