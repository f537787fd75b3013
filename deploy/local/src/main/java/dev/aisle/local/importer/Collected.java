package dev.aisle.local.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was read from files: events, products, and the lines that couldn't be used. */
public final class Collected {
    private final String dataset;
    private final List<Item> events = new ArrayList<>();
    private final Map<String, ObjectNode> products = new LinkedHashMap<>();
    private final List<BadLine> bad = new ArrayList<>();
    private long lines;

    public Collected(String dataset) {
        this.dataset = dataset;
    }

    public String dataset() {
        return dataset;
    }

    public void add(Item event) {
        events.add(event);
    }

    /** A product; the last one with the same id stays. */
    public void add(String productId, ObjectNode product) {
        products.put(productId, product);
    }

    void add(BadLine line) {
        bad.add(line);
    }

    /** Counts a line of the source that went into an event. */
    void used() {
        lines++;
    }

    public long lines() {
        return lines;
    }

    /** The events in the order in which they happened. */
    public List<Item> events() {
        return events.stream()
                .sorted(Comparator.comparing(Item::at).thenComparing(Item::messageId))
                .toList();
    }

    public Collection<ObjectNode> products() {
        return products.values();
    }

    public List<String> people() {
        return events.stream().map(Item::person).distinct().sorted().toList();
    }

    public List<BadLine> bad() {
        return bad;
    }

    /** How many lines are bad for which reason; the quoted part of a reason is left out. */
    public Map<String, Long> badByReason() {
        var counts = new TreeMap<String, Long>();
        bad.forEach(line -> counts.merge(line.reason().replaceAll(": \"?.*", ""), 1L, Long::sum));
        return counts;
    }

    /** The same without the events of some people. */
    public Collected withoutPeople(Collection<String> people) {
        var rest = new Collected(dataset);
        events.stream().filter(event -> !people.contains(event.person())).forEach(rest::add);
        rest.products.putAll(products);
        rest.bad.addAll(bad);
        rest.lines = lines;
        return rest;
    }

    public boolean isEmpty() {
        return events.isEmpty() && products.isEmpty();
    }
}
