package dev.aisle.campaign.reach.domain;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many people a campaign would reach today, as far as it may be told.
 *
 * @param people how many would get it or be its comparison group; {@code null} when they are too few
 * @param byVariation how many would get which variation ({@code holdout} for the comparison group); empty when one of them has too few, since
 *     the rest would tell of it
 * @param stoppedBy who would not get it, by the first rule that stops them; rules that stop too few are left out
 */
public record Reach(@Nullable Long people, Map<String, Long> byVariation, List<Stopped> stoppedBy) {
    /** Nothing is told. */
    public static final Reach NOTHING = new Reach(null, Map.of(), List.of());

    /**
     * People whom a rule keeps out.
     *
     * @param place JSON pointer of the rule
     */
    public record Stopped(String place, String rule, long people) {}

    /** A rule that keeps people out. */
    public record Rule(String place, String text) {}

    /** What may be told of these counts. */
    public static Reach of(Map<String, Long> variations, Map<Rule, Long> stopped, KThreshold threshold) {
        long people = variations.values().stream().mapToLong(Long::longValue).sum();
        boolean told = threshold.allows(people);
        boolean parts = told && variations.values().stream().allMatch(threshold::allows);
        return new Reach(
                told ? Long.valueOf(people) : null,
                parts ? new TreeMap<>(variations) : Map.of(),
                stopped.entrySet().stream()
                        .filter(one -> threshold.allows(one.getValue()))
                        .map(one ->
                                new Stopped(one.getKey().place(), one.getKey().text(), one.getValue()))
                        .sorted((a, b) -> Long.compare(b.people(), a.people()))
                        .toList());
    }
}
