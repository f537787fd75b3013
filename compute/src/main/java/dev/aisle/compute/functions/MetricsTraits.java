package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.content.ContentTraits;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.evaluate.Grouping;
import dev.aisle.algorithms.evaluate.ItemSets;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What the input of {@code recommend.metrics} says about items and people beside their lists. */
final class MetricsTraits {
    private static final String PRICE = "price";
    private static final int MOST_PEOPLE = 5_000;

    private final Input input;
    private final Map<Integer, JsonNode> attributes = new LinkedHashMap<>();

    MetricsTraits(Input input, ToIntFunction<String> index) {
        this.input = input;
        input.optional("attributes").ifPresent(node -> {
            if (!node.isObject()) {
                throw new InvalidInputException("attributes", "expected {item: {name: value, …}}");
            }
            node.propertyStream().forEach(e -> {
                if (!e.getValue().isObject()) {
                    throw new InvalidInputException("attributes." + e.getKey(), "expected {name: value, …}");
                }
                attributes.put(index.applyAsInt(e.getKey()), e.getValue());
            });
        });
    }

    /** The traits of the items; without attributes items are alike by the people who have both in their histories. */
    ItemTraits items(int itemCount, Optional<List<int[]>> histories) {
        ItemContent.Builder content = ItemContent.collect(itemCount);
        double[] prices = new double[itemCount];
        Arrays.fill(prices, Double.NaN);
        attributes.forEach((item, values) -> values.propertyStream().forEach(e -> {
            String field = "attributes." + e.getKey();
            if (e.getKey().equals(PRICE)) {
                prices[item] = price(field, e.getValue());
            } else if (e.getValue().isArray()) {
                e.getValue().forEach(value -> content.attribute(item, e.getKey(), Input.text(field, value)));
            } else {
                content.attribute(item, e.getKey(), Input.text(field, e.getValue()));
            }
        }));
        ItemTraits traits = ContentTraits.of(content.build(), prices);
        boolean byPeople = traits.sets().isEmpty()
                && histories.filter(all -> !all.isEmpty()).isPresent();
        return byPeople ? traits.withSets(people(itemCount, histories.orElseThrow())) : traits;
    }

    private static double price(String field, JsonNode value) {
        if (!value.isNumber()) {
            throw new InvalidInputException(field, "expected a number");
        }
        return value.doubleValue();
    }

    private static ItemSets people(int itemCount, List<int[]> histories) {
        InteractionsBuilder rows = Interactions.collect(histories.size(), itemCount);
        for (int person = 0; person < histories.size(); person++) {
            for (int item : histories.get(person)) {
                rows.add(person, item, 1);
            }
        }
        return ItemSets.ofPeople(rows.build(), MOST_PEOPLE);
    }

    /** The groups of some people, in their order. */
    Optional<Grouping> groups(List<String> people) {
        return input.optional("groups").map(node -> {
            List<String> names = new ArrayList<>();
            int[] groupOf = people.stream()
                    .mapToInt(person -> {
                        JsonNode group = node.path(person);
                        if (group.isMissingNode() || group.isNull()) {
                            return Grouping.NONE;
                        }
                        String name = Input.text("groups." + person, group);
                        if (!names.contains(name)) {
                            names.add(name);
                        }
                        return names.indexOf(name);
                    })
                    .toArray();
            return Grouping.of(groupOf, names);
        });
    }
}
