package dev.aisle.campaign.experiments.metrics;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that an event meets to count.
 *
 * @param field of the event
 * @param in one of its values must be one of these; empty: any value will do
 * @param atLeast the least number; {@code null}: there is none
 * @param atMost the greatest number; {@code null}: there is none
 */
record Condition(
        String field,
        List<String> in,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost) {
    public Condition {
        in = List.copyOf(in);
    }

    /** Whether the event is like this. A field that it hasn't is like nothing. */
    public boolean holds(Occurrence event) {
        if (atLeast == null && atMost == null) {
            return event.texts().getOrDefault(field, List.of()).stream().anyMatch(in::contains);
        }
        BigDecimal number = event.numbers().get(field);
        return number != null
                && (atLeast == null || number.compareTo(atLeast) >= 0)
                && (atMost == null || number.compareTo(atMost) <= 0);
    }

    /** The same for equal conditions. */
    String canonical() {
        return field + in.stream().sorted().toList() + plain(atLeast) + ".." + plain(atMost);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
