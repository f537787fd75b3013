package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.EventQuery;
import java.time.Duration;

/**
 * How much one rule may cost, whoever wrote it.
 *
 * @param nodes rules in it, conditions and steps included
 * @param depth rules inside rules
 * @param steps of a sequence
 * @param conditions on an event
 * @param choices of an {@code in (…)}, and types of an event
 * @param chain segments that rest on segments that rest on segments
 * @param window how far back an event may be
 */
record Limits(int nodes, int depth, int steps, int conditions, int choices, int chain, Duration window) {
    /** Those of this service. */
    public static final Limits DEFAULT = new Limits(60, 8, 6, 10, 50, 5, EventQuery.LONGEST);
}
