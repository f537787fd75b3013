package dev.aisle.recommender.interactions.feedback.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The lists that people were shown, exactly. Each person counts once, divided evenly over what the person was shown, so that one more exposure, or one
 * person more, adds at most 1 in all to the sums of any division of the products, over all parts of the time together.
 */
public final class SpreadTally {
    private final OnSale products;
    private final Weights whole;
    private final List<Weights> parts;
    private long people;

    /**
     * An empty one.
     *
     * @param parts of the time that are told apart, 0 for none
     */
    public SpreadTally(OnSale products, int parts) {
        this.products = products;
        this.whole = new Weights(products);
        this.parts =
                IntStream.range(0, parts).mapToObj(_ -> new Weights(products)).toList();
    }

    /**
     * A product in a list.
     *
     * @param part of the time, from 0
     */
    public record Item(int part, String list, String productId) {}

    /** Adds what one person was shown; the items of a list one after the other. */
    public void add(List<Item> items) {
        long onSale = items.stream()
                .filter(item -> products.place(item.productId()) >= 0)
                .count();
        if (onSale == 0) {
            return;
        }
        people++;
        for (Item item : items) {
            int place = products.place(item.productId());
            if (place >= 0) {
                of(item.part()).forEach(weights -> weights.shown(place, 1.0 / onSale));
            }
        }
        List<List<Item>> lists = lists(items);
        lists.forEach(list -> of(list.getFirst().part())
                .forEach(weights -> weights.listed(differentPairs(list), 1.0 / lists.size())));
    }

    private List<Weights> of(int part) {
        return parts.isEmpty() ? List.of(whole) : List.of(whole, parts.get(part));
    }

    /** Lists of at least two products. */
    private static List<List<Item>> lists(List<Item> items) {
        List<List<Item>> lists = new ArrayList<>();
        for (Item item : items) {
            if (lists.isEmpty() || !lists.getLast().getFirst().list().equals(item.list())) {
                lists.add(new ArrayList<>());
            }
            lists.getLast().add(item);
        }
        return lists.stream().filter(list -> list.size() > 1).toList();
    }

    /** Share of the pairs of a list that are of different kinds. */
    private double differentPairs(List<Item> list) {
        Map<Object, Integer> kinds = new HashMap<>();
        list.forEach(item -> kinds.merge(products.kind(item.productId()), 1, Integer::sum));
        double alike = kinds.values().stream()
                .mapToDouble(count -> count * (count - 1.0))
                .sum();
        return 1 - alike / (list.size() * (list.size() - 1.0));
    }

    /** How many people were shown anything that is on sale. */
    public long people() {
        return people;
    }

    Weights whole() {
        return whole;
    }

    List<Weights> parts() {
        return parts;
    }
}
