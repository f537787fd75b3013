package dev.aisle.profile.segments.domain.language;

import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.rule.Rule.All;
import dev.aisle.profile.segments.domain.rule.Rule.Any;
import dev.aisle.profile.segments.domain.rule.Rule.InSegment;
import dev.aisle.profile.segments.domain.rule.Rule.Not;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which segments rest on which. */
public final class SegmentOrder {
    private SegmentOrder() {}

    /** The segments that a rule asks for. */
    public static Set<String> askedFor(Rule rule) {
        Set<String> asked = new TreeSet<>();
        collect(rule, asked);
        return asked;
    }

    private static void collect(Rule rule, Set<String> into) {
        switch (rule) {
            case All all -> all.rules().forEach(part -> collect(part, into));
            case Any any -> any.rules().forEach(part -> collect(part, into));
            case Not not -> collect(not.rule(), into);
            case InSegment in -> into.add(in.segment());
            default -> {}
        }
    }

    /**
     * The segments by id, each behind those that it asks for.
     *
     * @throws IllegalArgumentException when they go in a circle, which is checked before one is saved
     */
    public static List<String> of(Map<String, Rule> rules) {
        Map<String, Integer> depths = depths(rules);
        List<String> order = new ArrayList<>(depths.keySet());
        order.sort((a, b) -> Integer.compare(depths.getOrDefault(a, 0), depths.getOrDefault(b, 0)));
        return order;
    }

    /** By segment, how many segments stand below one another under it: 0 of one that asks for none. */
    static Map<String, Integer> depths(Map<String, Rule> rules) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        Map<String, Rule> left = new TreeMap<>(rules);
        while (!left.isEmpty()) {
            Map<String, Integer> settled = new HashMap<>();
            left.forEach((id, rule) -> depth(rule, rules, depths).ifPresent(depth -> settled.put(id, depth)));
            if (settled.isEmpty()) {
                throw new IllegalArgumentException("segments: a circle among " + left.keySet());
            }
            depths.putAll(new TreeMap<>(settled));
            left.keySet().removeAll(settled.keySet());
        }
        return depths;
    }

    private static Optional<Integer> depth(Rule rule, Map<String, Rule> rules, Map<String, Integer> known) {
        int deepest = -1;
        for (String asked : askedFor(rule)) {
            if (rules.containsKey(asked)) {
                Integer depth = known.get(asked);
                if (depth == null) {
                    return Optional.empty();
                }
                deepest = Math.max(deepest, depth);
            }
        }
        return Optional.of(deepest + 1);
    }

    /** The shortest way by which one segment rests on another, both ends included; empty when it doesn't. */
    static Optional<List<String>> way(String from, String to, Map<String, Rule> rules) {
        Map<String, String> before = new HashMap<>(Map.of(from, ""));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            if (here.equals(to)) {
                Deque<String> way = new ArrayDeque<>();
                for (String step = to; !step.isEmpty(); step = before.getOrDefault(step, "")) {
                    way.addFirst(step);
                }
                return Optional.of(List.copyOf(way));
            }
            Rule rule = rules.get(here);
            Collection<String> asked = rule == null ? List.of() : askedFor(rule);
            asked.stream()
                    .filter(next -> before.putIfAbsent(next, here) == null)
                    .forEach(open::addLast);
        }
        return Optional.empty();
    }
}
