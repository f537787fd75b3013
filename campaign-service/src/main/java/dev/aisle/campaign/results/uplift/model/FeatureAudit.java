package dev.aisle.campaign.results.uplift.model;

import dev.aisle.algorithms.offers.StandInAudit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Leaves out what says a protected attribute or stands in for one. Segments that the shop declares protected, or that are called so, are never features;
 * they are what the audit looks for in the others.
 *
 * @param threshold area under the curve from which a feature is a stand-in
 * @param declared ids of protected segments
 * @param least people inside and outside of a protected segment without whom nothing can be looked for
 */
public record FeatureAudit(double threshold, Set<String> declared, int least) {
    private static final Pattern PARTS = Pattern.compile("[^a-z]+");
    private static final long SEED = 1;

    public FeatureAudit {
        declared = Set.copyOf(declared);
    }

    /**
     * What may be used.
     *
     * @param names those that passed
     * @param leftOut the others, with the reason in words
     * @param audited protected segments that were looked for
     */
    public record Passed(List<String> names, Map<String, String> leftOut, List<String> audited) {
        public Passed {
            names = List.copyOf(names);
            leftOut = Map.copyOf(leftOut);
            audited = List.copyOf(audited);
        }
    }

    /** Whether a segment tells a protected attribute by what it is declared or called. */
    public boolean isProtected(String segment) {
        return declared.contains(segment)
                || PARTS.splitAsStream(segment.toLowerCase(Locale.ROOT)).anyMatch(StandInAudit.PROTECTED::contains);
    }

    /** Audits the behaviour of people and those of their segments that have enough people. */
    public Passed of(List<Known> people) {
        Map<String, Integer> sizes = sizes(people);
        Map<String, String> leftOut = new TreeMap<>();
        List<String> names = new ArrayList<>(Features.BEHAVIOUR);
        List<String> audited = new ArrayList<>();
        sizes.forEach((segment, size) -> {
            if (isProtected(segment)) {
                leftOut.put(Features.segment(segment), "it tells a protected attribute");
                if (isEnough(size, people.size())) {
                    audited.add(segment);
                }
            } else if (isEnough(size, people.size())) {
                names.add(Features.segment(segment));
            }
        });
        audited.forEach(segment -> leaveOut(names, segment, people, leftOut));
        return new Passed(names, leftOut, audited);
    }

    /** Until what is left passes: what was left out may have hidden behind nothing, but all together may still tell. */
    private void leaveOut(List<String> names, String segment, List<Known> people, Map<String, String> leftOut) {
        List<String> refused = standIns(columns(names, people), segment, people);
        while (!refused.isEmpty()) {
            refused.forEach(name -> leftOut.put(name, "it stands in for the protected segment " + segment));
            names.removeAll(refused);
            refused = standIns(columns(names, people), segment, people);
        }
    }

    /** Numbers of people that tell a protected segment, by name. */
    public List<String> standIns(Map<String, double[]> columns, String segment, List<Known> people) {
        boolean[] isProtected = new boolean[people.size()];
        for (int n = 0; n < isProtected.length; n++) {
            isProtected[n] = people.get(n).segments().contains(segment);
        }
        return new StandInAudit(threshold).of(columns, isProtected, SEED).refused();
    }

    /** Protected segments of which enough people are inside and outside. */
    public List<String> auditable(List<Known> people) {
        return sizes(people).entrySet().stream()
                .filter(one -> isProtected(one.getKey()) && isEnough(one.getValue(), people.size()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isEnough(int inside, int people) {
        return inside >= least && people - inside >= least;
    }

    private static Map<String, Integer> sizes(List<Known> people) {
        Map<String, Integer> sizes = new TreeMap<>();
        people.forEach(person -> new TreeSet<>(person.segments()).forEach(one -> sizes.merge(one, 1, Integer::sum)));
        return sizes;
    }

    private static Map<String, double[]> columns(List<String> names, List<Known> people) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        names.forEach(name -> columns.put(name, Features.column(name, people)));
        return columns;
    }
}
