package dev.aisle.profile.people.values.domain;

import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often somebody did something.
 *
 * @param count at least 1
 */
public record EventCount(long count, Instant firstAt, Instant lastAt) {
    /** By the type's name ({@code product_view}). */
    public static Map<String, EventCount> byType(PersonEvents events) {
        Map<String, EventCount> counts = new TreeMap<>();
        for (PersonEvent event : events.list()) {
            counts.merge(
                    event.type().name().toLowerCase(Locale.ROOT),
                    new EventCount(1, event.at(), event.at()),
                    EventCount::and);
        }
        return counts;
    }

    private EventCount and(EventCount later) {
        return new EventCount(count + later.count, firstAt, later.lastAt);
    }
}
