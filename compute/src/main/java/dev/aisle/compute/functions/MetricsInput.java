package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.algorithms.evaluate.JudgedList;
import dev.aisle.algorithms.evaluate.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The input of {@code recommend.metrics}, with items numbered in the order of their coming. */
final class MetricsInput {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final List<JudgedList> lists = new ArrayList<>();
    private final int[] cutoffs;
    private final Catalogue catalogue;
    private final Panel panel;
    private final ItemTraits traits;

    private MetricsInput(Input input) {
        cutoffs = cutoffs(input.required("k"));
        judge(
                TrecFiles.listsOrFile(input, "run", TrecFiles::run),
                TrecFiles.listsOrFile(input, "truth", TrecFiles::judgements),
                TrecFiles.lists(input, "histories"));
        MetricsTraits known = new MetricsTraits(input, this::index);
        List<int[]> histories = histories(input);
        catalogue = catalogue(input);
        panel = new Panel(lists, IntStream.range(0, lists.size()).toArray(), known.groups(List.copyOf(people)));
        traits = known.items(catalogue.itemCount(), Optional.of(histories));
    }

    static MetricsInput of(Input input) {
        return new MetricsInput(input);
    }

    Panel panel() {
        return panel;
    }

    ItemTraits traits() {
        return traits;
    }

    int[] cutoffs() {
        return cutoffs.clone();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    private static int[] cutoffs(JsonNode k) {
        return k.isArray()
                ? k.valueStream()
                        .mapToInt(each -> Input.integer("k", each, 1))
                        .distinct()
                        .toArray()
                : new int[] {Input.integer("k", k, 1)};
    }

    /** Whoever took something and was shown nothing has an empty list, which hits nothing. */
    private void judge(
            Map<String, List<String>> run, Map<String, List<String>> truth, Map<String, List<String>> histories) {
        people.addAll(run.keySet());
        people.addAll(truth.keySet());
        for (String person : people) {
            int[] shown = indexes(run.getOrDefault(person, List.of()));
            int[] taken = indexes(truth.getOrDefault(person, List.of()));
            try {
                JudgedList list = JudgedList.of(shown, taken);
                lists.add(histories.isEmpty() ? list : list.from(indexes(histories.getOrDefault(person, List.of()))));
            } catch (IllegalArgumentException e) {
                throw new InvalidInputException("run." + person, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Everybody's, also of people who aren't judged. */
    private List<int[]> histories(Input input) {
        return TrecFiles.lists(input, "histories").values().stream()
                .map(this::indexes)
                .toList();
    }

    private int[] indexes(List<String> ids) {
        return ids.stream().mapToInt(this::index).toArray();
    }

    private int index(String id) {
        return indexes.computeIfAbsent(id, ignored -> indexes.size());
    }

    private Catalogue catalogue(Input input) {
        Map<Integer, Integer> popularity = new LinkedHashMap<>();
        input.optional("trainPopularity")
                .ifPresent(node -> node.propertyStream()
                        .forEach(e -> popularity.put(
                                index(e.getKey()), Input.integer("trainPopularity." + e.getKey(), e.getValue(), 0))));
        int[] counts = new int[itemCount(input)];
        popularity.forEach((item, count) -> counts[item] = count);
        long all = Arrays.stream(counts).asLongStream().sum();
        long base = input.optional("trainUsers").isPresent() ? input.integer("trainUsers", 1) : all;
        return popularity.isEmpty() || all == 0
                ? Catalogue.withoutPopularity(counts.length)
                : Catalogue.of(counts, base);
    }

    private int itemCount(Input input) {
        JsonNode items = input.optional("items").orElse(null);
        if (items != null && items.isArray()) {
            IntStream.range(0, items.size()).forEach(n -> index(Input.text("items", items.get(n))));
        } else if (items != null && Input.integer("items", items, 1) < indexes.size()) {
            throw new InvalidInputException("items", "expected at least the " + indexes.size() + " items that occur");
        }
        return items == null || items.isArray() ? indexes.size() : items.intValue();
    }
}
