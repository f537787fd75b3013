package dev.aisle.compute.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the items, by index.
 *
 * @param names as in the file, one an item; those that no model can know come last
 * @param attributes by name ({@code category}, {@code brand}, {@code price}, {@code title}, …) one text an item, empty where the item has none;
 *     without an attribute when the data has none of it
 */
record Items(List<String> names, Map<String, List<String>> attributes) {
    static Items named(List<String> names) {
        return new Items(names, Map.of());
    }

    Items renumbered(Numbering numbering) {
        Map<String, List<String>> reordered = new LinkedHashMap<>();
        attributes.forEach((name, values) -> reordered.put(name, numbering.reordered(values)));
        return new Items(numbering.reordered(names), reordered);
    }
}
