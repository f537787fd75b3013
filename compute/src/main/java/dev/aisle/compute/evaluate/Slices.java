package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.evaluate.Catalogue;
import dev.aisle.algorithms.evaluate.Evaluated;
import dev.aisle.algorithms.evaluate.Grouping;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.compute.evaluate.Result.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Cuts the questions of a data set: by how much is known of the person and by group, and by the items that were looked for. */
final class Slices {
    private static final int FEW = 5;
    private static final int SOME = 20;
    private static final int MOST_BRANDS = 5;

    private final List<Case> cases;
    private final int[] known;
    private final Map<String, Ask> asks = new LinkedHashMap<>();

    private record Ask(String kind, Function<Evaluated, Evaluated.Slice> of) {}

    private Slices(Dataset data, Catalogue catalogue, ItemTraits traits) {
        this.cases = data.cases();
        this.known = known(data);
        people("history", "history 0", one -> one.known().size() == 0);
        people(
                "history",
                "history 1-5",
                one -> one.known().size() > 0 && one.known().size() <= FEW);
        people(
                "history",
                "history 6-20",
                one -> one.known().size() > FEW && one.known().size() <= SOME);
        people("history", "history 21+", one -> one.known().size() > SOME);
        groups().forEach(group -> people(
                "group", "group " + group, one -> !one.newcomer() && one.group().equals(group)));
        items("items", "items new", item -> catalogue.count(item) == 0);
        items("items", "items rare", item -> catalogue.count(item) > 0 && catalogue.count(item) <= FEW);
        items("items", "items tail", item -> catalogue.isTail(item));
        items("items", "items head", item -> !catalogue.isTail(item));
        traits.prices()
                .ifPresent(prices -> IntStream.range(0, prices.groups())
                        .forEach(level -> items("price", "price " + prices.name(level), member(prices, level))));
        traits.brands()
                .ifPresent(brands -> mostSought(brands)
                        .forEach(brand -> items("brand", "brand " + brands.name(brand), member(brands, brand))));
    }

    static Slices of(Dataset data, Catalogue catalogue, ItemTraits traits) {
        return new Slices(data, catalogue, traits);
    }

    /** The slices of one algorithm's lists; those that nobody is in are left out. */
    Map<String, Slice> of(Evaluated evaluated) {
        Map<String, Slice> slices = new LinkedHashMap<>();
        asks.forEach((name, ask) -> {
            Evaluated.Slice found = ask.of().apply(evaluated);
            if (found.people() > 0) {
                slices.put(name, new Slice(ask.kind(), found.people(), found.outcomes()));
            }
        });
        return slices;
    }

    private void people(String kind, String name, Predicate<Case> member) {
        int[] places = IntStream.range(0, cases.size())
                .filter(place -> member.test(cases.get(place)))
                .toArray();
        asks.put(name, new Ask(kind, evaluated -> evaluated.at(places)));
    }

    private void items(String kind, String name, IntPredicate asked) {
        asks.put(name, new Ask(kind, evaluated -> evaluated.seeking(known, asked)));
    }

    private static IntPredicate member(Grouping grouping, int group) {
        return item -> item < grouping.things() && grouping.groupOf(item) == group;
    }

    private List<String> groups() {
        return cases.stream()
                .map(Case::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The brands that most questions look for. */
    private List<Integer> mostSought(Grouping brands) {
        long[] sought = new long[brands.groups()];
        for (Case one : cases) {
            Arrays.stream(one.truth().items())
                    .filter(item -> item < brands.things() && brands.groupOf(item) != Grouping.NONE)
                    .forEach(item -> sought[brands.groupOf(item)]++);
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sought.length).boxed().toList());
        order.sort((a, b) -> Long.compare(sought[b], sought[a]));
        return order.subList(0, Math.min(MOST_BRANDS, order.size()));
    }

    /** The questions of people of whom anything is known. */
    static int[] known(Dataset data) {
        List<Case> all = data.cases();
        return IntStream.range(0, all.size())
                .filter(place -> !all.get(place).newcomer())
                .toArray();
    }

    /** By question: whose it is. */
    static int[] people(Dataset data) {
        return data.cases().stream().mapToInt(Case::person).toArray();
    }
}
