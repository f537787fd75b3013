package dev.aisle.recommender.interactions.feedback.domain;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What followed from lists that were shown, as the guard shows it. A number that doesn't stand out of its noise is null.
 *
 * @param start of the bucket
 * @param value of the breakdown; empty when it isn't split
 * @param people who were shown them
 * @param lists that were shown
 * @param items that stood in them
 * @param clicks items of them that their person looked at afterwards
 * @param orders items of them that their person looked at and ordered afterwards
 * @param paid currency → minor units paid for those
 */
public record Response(
        Instant start,
        String value,
        long people,
        @Nullable Long lists,
        @Nullable Long items,
        @Nullable Long clicks,
        @Nullable Long orders,
        Map<String, Long> paid) {
    public Response {
        paid = Map.copyOf(paid);
    }

    /** Clicks per item shown, 0 to 1. */
    public @Nullable Double clickThroughRate() {
        return share(clicks, items);
    }

    /** Orders per click, 0 to 1. */
    public @Nullable Double conversionRate() {
        return share(orders, clicks);
    }

    /** Currency → minor units paid per thousand lists. */
    public Map<String, Double> revenuePerThousand() {
        Map<String, Double> revenue = new TreeMap<>();
        if (lists != null) {
            paid.forEach((currency, minor) -> revenue.put(currency, 1_000.0 * minor / lists));
        }
        return revenue;
    }

    private static @Nullable Double share(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null ? null : Double.valueOf(Math.min(1, (double) part / whole));
    }
}
