package dev.aisle.compute.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is left out, by reason, in the order in which reasons come up. */
final class Omissions {
    private record Kind(String what, String reason) {}

    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    void add(String what, String reason) {
        add(what, 1, reason);
    }

    /** @param count may be 0, and then it is nothing */
    void add(String what, long count, String reason) {
        if (count > 0) {
            counts.merge(new Kind(what, reason), count, Long::sum);
        }
    }

    void addAll(List<LeftOut> others) {
        others.forEach(one -> add(one.what(), one.count(), one.reason()));
    }

    List<LeftOut> all() {
        return counts.entrySet().stream()
                .map(one -> new LeftOut(
                        one.getKey().what(), one.getValue(), one.getKey().reason()))
                .toList();
    }
}
