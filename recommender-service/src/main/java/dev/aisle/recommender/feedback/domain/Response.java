package dev.aisle.recommender.feedback.domain;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What followed from lists that were shown.
 *
 * @param start of the bucket
 * @param value of the breakdown; empty when it isn't split
 * @param people who were shown them; of groups told as one, how many they are at least
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
        long lists,
        long items,
        long clicks,
        long orders,
        Map<String, Long> paid) {
    public Response {
        paid = Map.copyOf(paid);
    }

    /** Clicks per item shown, 0 to 1. */
    public double clickThroughRate() {
        return items == 0 ? 0 : (double) clicks / items;
    }

    /** Orders per click, 0 to 1. */
    public double conversionRate() {
        return clicks == 0 ? 0 : (double) orders / clicks;
    }

    /** Currency → minor units paid per thousand lists. */
    public Map<String, Double> revenuePerThousand() {
        Map<String, Double> revenue = new TreeMap<>();
        paid.forEach((currency, minor) -> revenue.put(currency, lists == 0 ? 0 : 1_000.0 * minor / lists));
        return revenue;
    }

    /** Both as one, of the same bucket. Of the people it says what is certain: the same ones may be in both. */
    Response and(Response other, String name) {
        Map<String, Long> both = new TreeMap<>(paid);
        other.paid.forEach((currency, minor) -> both.merge(currency, minor, Long::sum));
        return new Response(
                start,
                name,
                Math.max(people, other.people),
                lists + other.lists,
                items + other.items,
                clicks + other.clicks,
                orders + other.orders,
                both);
    }
}
