package dev.aisle.profile.analysis.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a funnel.
 *
 * @param from first day, in the shop's zone unless another one is given
 * @param until the day after the last
 * @param zone of the tz database
 * @param steps 2 to 10, in order
 * @param window ISO 8601, P1D when missing: within it after the first step the last one must come
 * @param countBy {@code person} (when missing) or {@code session}
 * @param breakdown "none" (when missing), "device", "country" or "category"
 */
record FunnelRequest(
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable List<@Nullable EventRequest> steps,
        @Nullable String window,
        @Nullable String countBy,
        @Nullable String breakdown) {}
