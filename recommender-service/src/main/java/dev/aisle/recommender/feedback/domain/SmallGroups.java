package dev.aisle.recommender.feedback.domain;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells nothing of fewer people than k, also by differences: of a bucket, groups that are too small are told as one, together with the next larger ones
 * until they are enough. A bucket that is too small altogether is left out.
 */
public final class SmallGroups {
    /** What the small ones together are called. */
    public static final String OTHERS = "(others)";

    private final KThreshold threshold;

    public SmallGroups(KThreshold threshold) {
        this.threshold = threshold;
    }

    /** In the order of time, then of the values. */
    public List<Response> told(List<Response> counted) {
        Map<Instant, List<Response>> buckets = new TreeMap<>();
        counted.forEach(one ->
                buckets.computeIfAbsent(one.start(), start -> new ArrayList<>()).add(one));
        return buckets.values().stream()
                .flatMap(bucket -> ofBucket(bucket).stream())
                .toList();
    }

    private List<Response> ofBucket(List<Response> bucket) {
        List<Response> bySize = new ArrayList<>(bucket);
        bySize.sort(Comparator.comparingLong(Response::people).thenComparing(Response::value));
        List<Response> told = new ArrayList<>();
        Response others = null;
        for (Response one : bySize) {
            boolean hide = !threshold.allows(one.people()) || (others != null && !threshold.allows(others.people()));
            if (hide) {
                others = others == null ? one : others.and(one, OTHERS);
            } else {
                told.add(one);
            }
        }
        told.sort(Comparator.comparing(Response::value));
        if (others != null && threshold.allows(others.people())) {
            told.add(others);
        }
        return told;
    }
}
