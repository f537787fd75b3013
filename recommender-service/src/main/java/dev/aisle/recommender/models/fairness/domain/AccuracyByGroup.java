package dev.aisle.recommender.models.fairness.domain;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.recommender.models.fairness.domain.FairnessReport.GroupAccuracy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Means by group, of no group that is too small, also not by subtraction: small ones are told as one, together with the next larger ones until
 * they are enough.
 */
final class AccuracyByGroup {
    private static final String UNKNOWN = "(unknown)";
    private static final String OTHERS = "(others)";
    private static final double NORMAL_95 = 1.96;

    private final KThreshold threshold;

    AccuracyByGroup(KThreshold threshold) {
        this.threshold = threshold;
    }

    /** A group with a value for each of its people. */
    @SuppressWarnings("ArrayRecordComponent") // of one report
    private record Valued(String name, double[] values) {
        Valued and(Valued other) {
            return new Valued(
                    OTHERS,
                    DoubleStream.concat(Arrays.stream(values), Arrays.stream(other.values))
                            .toArray());
        }
    }

    /**
     * The groups of a trait, by name.
     *
     * @param groupOf by person: the group; empty where it isn't known
     * @param values by person
     * @return none when there is but one to tell
     */
    List<GroupAccuracy> of(String trait, List<String> groupOf, double[] values) {
        Map<String, Valued> groups = new TreeMap<>();
        for (int person = 0; person < values.length; person++) {
            String name = groupOf.get(person).isEmpty() ? UNKNOWN : groupOf.get(person);
            groups.merge(
                    name,
                    new Valued(name, new double[] {values[person]}),
                    (all, one) -> new Valued(name, all.and(one).values()));
        }
        List<Valued> told = told(new ArrayList<>(groups.values()));
        return told.size() < 2
                ? List.of()
                : told.stream().map(group -> accuracy(trait, group)).toList();
    }

    private List<Valued> told(List<Valued> bySize) {
        bySize.sort(
                Comparator.comparingInt((Valued group) -> group.values().length).thenComparing(Valued::name));
        List<Valued> told = new ArrayList<>();
        Valued others = null;
        for (Valued group : bySize) {
            if (!threshold.allows(group.values().length)
                    || (others != null && !threshold.allows(others.values().length))) {
                others = others == null ? new Valued(OTHERS, group.values()) : others.and(group);
            } else {
                told.add(group);
            }
        }
        told.sort(Comparator.comparing(Valued::name));
        if (others != null && threshold.allows(others.values().length)) {
            told.add(others);
        }
        return told;
    }

    private static GroupAccuracy accuracy(String trait, Valued group) {
        int people = group.values().length;
        double mean = Arrays.stream(group.values()).average().orElseThrow();
        double squares = Arrays.stream(group.values())
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = NORMAL_95 * Math.sqrt(squares / (people - 1.0) / people);
        return new GroupAccuracy(trait, group.name(), people, mean, mean - half, mean + half);
    }
}
