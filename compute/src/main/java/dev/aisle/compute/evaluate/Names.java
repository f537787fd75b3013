package dev.aisle.compute.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers names in the order of their coming. A name is any text, so ids may be numbers of any length. */
final class Names {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    int index(String name) {
        return indexes.computeIfAbsent(name, ignored -> indexes.size());
    }

    /** The index of a name that came before, else −1. */
    int known(String name) {
        return indexes.getOrDefault(name, -1);
    }

    int size() {
        return indexes.size();
    }

    /** All names by index. */
    List<String> inOrder() {
        return List.copyOf(indexes.keySet());
    }
}
