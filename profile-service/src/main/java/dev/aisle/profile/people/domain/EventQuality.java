package dev.aisle.profile.people.domain;

import java.util.List;

/**
 * What refine said about an event.
 *
 * @param bot made by a robot: kept, but no taste, purchase or segment rests on it
 * @param outlier a value is far from usual
 * @param late it came long after it happened
 * @param filled fields whose value was missing and was filled, with how: {@code "items.quantity=default"}
 * @param missing fields that stayed missing
 */
public record EventQuality(boolean bot, boolean outlier, boolean late, List<String> filled, List<String> missing) {
    /** Nothing to note. */
    public static final EventQuality PLAIN = new EventQuality(false, false, false, List.of(), List.of());

    public EventQuality {
        filled = List.copyOf(filled);
        missing = List.copyOf(missing);
    }
}
