package dev.aisle.campaign.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The footprints of a batch, added up per person and product. */
record Footprints(Map<String, Long> purchases, List<Trace> traces) {
    /** Adds up; the order of the footprints makes no difference. */
    public static Footprints of(Collection<Footprint> footprints) {
        Map<String, Long> purchases = new TreeMap<>();
        Map<List<String>, Trace> traces = new LinkedHashMap<>();
        for (Footprint footprint : footprints) {
            purchases.merge(footprint.pseudonym(), footprint.purchase() ? 1L : 0L, Long::sum);
            for (Trace trace : footprint.traces()) {
                traces.merge(List.of(trace.pseudonym(), trace.productId()), trace, Trace::join);
            }
        }
        return new Footprints(purchases, List.copyOf(traces.values()));
    }
}
