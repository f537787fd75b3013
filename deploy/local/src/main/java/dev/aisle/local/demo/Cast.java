package dev.aisle.local.demo;

import dev.aisle.local.client.Json;
import dev.aisle.local.importer.Collected;
import dev.aisle.local.importer.Item;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.simulator.Regular;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The two people of the demo: among those who did most, the two who have least in common. The shop's regulars are left out: whoever
 * logs in under their names later must find their events and consents.
 *
 * @param first  whose recommendations change with a view, and who withdraws a consent
 * @param second who asks to be erased
 */
record Cast(String first, String second) {
    private static final int CANDIDATES = 30;

    static Cast of(Collected data) {
        var byPerson = data.events().stream().collect(Collectors.groupingBy(Item::person));
        var busiest = byPerson.keySet().stream()
                .filter(person -> !Regular.ids().contains(person))
                .sorted(Comparator.comparingInt(
                                (String person) -> -events(byPerson.get(person)).size())
                        .thenComparing(Function.identity()))
                .limit(CANDIDATES)
                .toList();
        if (busiest.size() < 2) {
            throw new CommandFailure("The demo needs events of at least two people.");
        }
        var first = busiest.getFirst();
        var known = products(events(byPerson.get(first)));
        var second = busiest.stream()
                .skip(1)
                .min(Comparator.comparingInt(person -> common(known, products(events(byPerson.get(person))))))
                .orElseThrow();
        return new Cast(first, second);
    }

    private static List<Item> events(@Nullable List<Item> events) {
        return events == null ? List.of() : events;
    }

    private static int common(Set<String> ones, Set<String> others) {
        var both = new HashSet<>(ones);
        both.retainAll(others);
        return both.size();
    }

    /** The ids of all products in these events. */
    static Set<String> products(List<Item> events) {
        var ids = new HashSet<String>();
        for (var event : events) {
            var json = Json.read(event.json());
            json.findValuesAsText("product_id").forEach(ids::add);
        }
        return ids;
    }
}
