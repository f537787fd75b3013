package dev.aisle.local.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was found where: by place and needle, how often. */
final class Findings {
    private final Map<String, Map<String, Long>> byPlace = new TreeMap<>();
    private final Map<String, String> examples = new TreeMap<>();

    /** A place was searched, with these hits; in what file of it, the first is kept to be told. */
    void add(String place, String file, Map<String, Long> hits) {
        Map<String, Long> here = byPlace.computeIfAbsent(place, name -> new TreeMap<>());
        hits.forEach((needle, count) -> here.merge(needle, count, Long::sum));
        if (!hits.isEmpty()) {
            examples.putIfAbsent(place, file);
        }
    }

    /** How often anything was found in a place. */
    long in(String place) {
        return byPlace.getOrDefault(place, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How often anything was found anywhere. */
    long total() {
        return byPlace.keySet().stream().mapToLong(this::in).sum();
    }

    /** One line for each needle that was found in a place. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byPlace.forEach((place, hits) -> hits.forEach((needle, count) ->
                lines.add(place + ": \"" + needle + "\", " + count + " times, e.g. " + examples.get(place))));
        return lines;
    }

    /** One line a place. */
    String table() {
        StringBuilder text = new StringBuilder();
        byPlace.forEach((place, hits) -> {
            text.append(String.format(Locale.ROOT, "  %-30s ", place));
            text.append(hits.isEmpty() ? "none" : hits + "  e.g. " + examples.get(place));
            text.append('\n');
        });
        return text.toString();
    }
}
