package dev.aisle.algorithms.baskets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Baskets of items, in flat arrays. An item counts once a basket. */
public final class Baskets {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int[] starts = new int[16];
    private int[] items = new int[64];
    private int size;

    /** Adds one. An empty basket counts as a basket. */
    public Baskets add(Collection<String> basket) {
        int[] numbered = basket.stream().mapToInt(this::number).distinct().toArray();
        int end = starts[size] + numbered.length;
        if (end > items.length) {
            items = Arrays.copyOf(items, Math.max(end, items.length * 2));
        }
        System.arraycopy(numbered, 0, items, starts[size], numbered.length);
        if (++size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size] = end;
        return this;
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** How many baskets there are. */
    public int size() {
        return size;
    }

    /** How many different items are in them. */
    public int itemCount() {
        return names.size();
    }

    /** The name of an item. */
    public String name(int item) {
        return names.get(item);
    }

    int start(int basket) {
        return starts[basket];
    }

    int item(int position) {
        return items[position];
    }
}
