package dev.aisle.profile.analysis.edge;

import org.jspecify.annotations.Nullable;

/**
 * A question for paths: with {@code start} what comes after it, with {@code end} what was before it; one of them.
 *
 * @param from first day
 * @param until the day after the last
 * @param zone of the tz database; the shop's when missing
 * @param depth 1 to 10 steps; 5 when missing
 * @param countBy {@code session} (when missing) or {@code person}
 * @param label what makes two events the same step: {@code type} (when missing) or {@code type_and_category}
 * @param links 1 to 50 links of a step; 10 when missing, the others are folded
 */
record PathRequest(
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable EventRequest start,
        @Nullable EventRequest end,
        @Nullable Integer depth,
        @Nullable String countBy,
        @Nullable String label,
        @Nullable Integer links) {}
