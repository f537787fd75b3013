package dev.aisle.local.stack;

import java.util.List;
import java.util.Map;

/**
 * How a service, the broker or the database runs when it isn't run as small as a laptop wants it.
 *
 * @param jvm         flags that replace the small heap and the quick compiler; empty: those of a laptop
 * @param environment added to the service's own; of broker and database their settings
 */
public record Tuning(List<String> jvm, Map<String, String> environment) {
    /** As {@code ./aisle up} starts it. */
    public static final Tuning SMALL = new Tuning(List.of(), Map.of());

    public Tuning {
        jvm = List.copyOf(jvm);
        environment = Map.copyOf(environment);
    }
}
