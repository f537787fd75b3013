package dev.aisle.profile.people.values.domain;

import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good a person's events are.
 *
 * @param filled values that were missing and were filled, by field and method: {@code items.brand=product}
 * @param missing values that stayed missing, by field
 */
public record DataQuality(
        long events, long robots, long outliers, long late, Map<String, Long> filled, Map<String, Long> missing) {
    /** Of all events, those of robots included. */
    static DataQuality of(PersonEvents events) {
        long robots = 0;
        long outliers = 0;
        long late = 0;
        Map<String, Long> filled = new TreeMap<>();
        Map<String, Long> missing = new TreeMap<>();
        for (PersonEvent event : events.list()) {
            EventQuality quality = event.quality();
            robots += quality.bot() ? 1 : 0;
            outliers += quality.outlier() ? 1 : 0;
            late += quality.late() ? 1 : 0;
            quality.filled().forEach(field -> filled.merge(field, 1L, Long::sum));
            quality.missing().forEach(field -> missing.merge(field, 1L, Long::sum));
        }
        return new DataQuality(events.size(), robots, outliers, late, filled, missing);
    }

    /** The share of events of which a value was filled, by whatever method: 0..1. */
    public double filledShare() {
        long values = filled.values().stream().mapToLong(Long::longValue).sum();
        return events == 0 ? 0 : Math.min(1, values / (double) events);
    }
}
