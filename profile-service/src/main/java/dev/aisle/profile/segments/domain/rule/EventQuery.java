package dev.aisle.profile.segments.domain.rule;

import dev.aisle.contracts.events.v1.EventType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events.
 *
 * @param types one of these; empty: any
 * @param where all of these hold, those on items of one and the same item
 * @param last less than this time ago; null: {@link #LONGEST}
 */
public record EventQuery(
        List<EventType> types,
        List<Condition> where,
        @Nullable Duration last) {
    /** Events are kept for thirteen months, by month: a year is always whole. */
    public static final Duration LONGEST = Duration.ofDays(365);

    public EventQuery {
        types = List.copyOf(types);
        where = List.copyOf(where);
    }

    /** How far back its events may be. */
    public Duration window() {
        return last == null ? LONGEST : last;
    }
}
