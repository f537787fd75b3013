package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.StoredLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of items beside who took them, as numbers: items × columns, mostly zeros. A network adds {@code features · projection} to the row
 * of an item, so that an item which nobody took has a place among the others. Immutable. Memory: 8 bytes a number that isn't 0.
 */
public final class ItemFeatures {
    /** Nothing is known of any item. */
    public static final ItemFeatures NONE =
            new ItemFeatures(0, new StoredLists(new int[] {0}, new int[0]), new float[0], null);

    private static final String COLUMNS = "features.columns";
    private static final String LISTS = "features";
    private static final String VALUES = "features.values";

    private final int columns;
    private final StoredLists lists;
    private final float[] values;
    private final @Nullable FeatureTerms terms;

    ItemFeatures(int columns, StoredLists lists, float[] values, @Nullable FeatureTerms terms) {
        this.columns = columns;
        this.lists = lists;
        this.values = values;
        this.terms = terms;
    }

    /**
     * Attributes, price levels and words after tf-idf, each item's row of length one. A column is a term that at least two items have.
     *
     * @param most columns at most: the terms that most items have
     */
    public static ItemFeatures of(ItemContent content, int most) {
        return FeatureTerms.of(content, most).rows(content);
    }

    /**
     * Vectors that somebody else made, such as embeddings of titles or pictures; each is brought to length one.
     *
     * @param vectors one an item, of one length; an empty one where nothing is known
     * @throws IllegalArgumentException when lengths differ or a number isn't finite
     */
    public static ItemFeatures of(List<float[]> vectors) {
        int columns = vectors.stream().mapToInt(one -> one.length).max().orElse(0);
        FeatureRows builder = new FeatureRows(vectors.size());
        for (int item = 0; item < vectors.size(); item++) {
            float[] vector = vectors.get(item);
            if (vector.length != 0 && vector.length != columns) {
                throw new IllegalArgumentException("vector of item " + item + ": expected " + columns
                        + " numbers as others have, or none; was " + vector.length);
            }
            for (int column = 0; column < vector.length; column++) {
                if (!Float.isFinite(vector[column])) {
                    throw new IllegalArgumentException(
                            "vector of item " + item + ": number " + column + " is " + vector[column]);
                }
                if (vector[column] != 0) {
                    builder.add(column, vector[column]);
                }
            }
            builder.end();
        }
        return builder.build(columns, null);
    }

    /**
     * These columns, then those of others.
     *
     * @throws IllegalArgumentException when they are of another number of items
     */
    public ItemFeatures and(ItemFeatures others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        if (others.itemCount() != itemCount()) {
            throw new IllegalArgumentException(
                    "features of " + itemCount() + " items and of " + others.itemCount() + " don't belong together");
        }
        FeatureRows rows = new FeatureRows(itemCount());
        for (int item = 0; item < itemCount(); item++) {
            addRow(item, 0, rows);
            others.addRow(item, columns, rows);
            rows.end();
        }
        return rows.build(columns + others.columns, null);
    }

    /**
     * These rows, then those of others.
     *
     * @throws IllegalArgumentException when they have other columns
     */
    public ItemFeatures followedBy(ItemFeatures others) {
        if (others.columns != columns) {
            throw new IllegalArgumentException(
                    "features of " + columns + " columns and of " + others.columns + " don't belong together");
        }
        int[] offsets = Arrays.copyOf(lists.offsets(), itemCount() + others.itemCount() + 1);
        for (int item = 1; item <= others.itemCount(); item++) {
            offsets[itemCount() + item] = values.length + others.lists.offsets()[item];
        }
        int[] indexes = Arrays.copyOf(lists.items(), values.length + others.values.length);
        System.arraycopy(others.lists.items(), 0, indexes, values.length, others.values.length);
        float[] all = Arrays.copyOf(values, indexes.length);
        System.arraycopy(others.values, 0, all, values.length, others.values.length);
        return new ItemFeatures(columns, new StoredLists(offsets, indexes), all, terms);
    }

    /** How rows of further items are made; empty when somebody else made the vectors. */
    public Optional<FeatureTerms> terms() {
        return Optional.ofNullable(terms);
    }

    private void addRow(int item, int from, FeatureRows into) {
        for (int n = lists.offsets()[item]; n < lists.offsets()[item + 1]; n++) {
            into.add(from + lists.items()[n], values[n]);
        }
    }

    /** Whether nothing is known of anything. */
    public boolean isEmpty() {
        return columns == 0;
    }

    /** Whether anything is known of an item. */
    public boolean knows(int item) {
        return item < itemCount() && lists.offsets()[item + 1] > lists.offsets()[item];
    }

    /** Number of items; 0 when nothing is known of any. */
    public int itemCount() {
        return lists.offsets().length - 1;
    }

    /** Numbers of an item, zeros too. */
    public int columns() {
        return columns;
    }

    /** All numbers, row after row: for a trainer. */
    public float[] dense() {
        float[] dense = new float[Math.multiplyExact(itemCount(), columns)];
        for (int item = 0; item < itemCount(); item++) {
            for (int n = lists.offsets()[item]; n < lists.offsets()[item + 1]; n++) {
                dense[item * columns + lists.items()[n]] = values[n];
            }
        }
        return dense;
    }

    /** The name of the projection of an array that has a row an item. */
    public static String projection(String array) {
        return "features." + array;
    }

    /**
     * The arrays of a network that knows these features: its own, and a projection (columns × the array's columns) of each that has a row an item.
     *
     * @throws IllegalArgumentException when the network is of another number of items
     */
    public List<WeightArray> arrays(Network network) {
        List<WeightArray> arrays = new ArrayList<>(network.arrays());
        if (!isEmpty()) {
            Network.require(
                    network.items() == itemCount(),
                    network.name(),
                    network.items() + " items with features",
                    itemCount());
            network.arrays().stream()
                    .filter(array -> network.perItem().contains(array.name()))
                    .map(array ->
                            new WeightArray(projection(array.name()), columns, array.columns(), array.deviation(), 0f))
                    .forEach(arrays::add);
        }
        return arrays;
    }

    /** The weights that a network serves with: {@code row + features · projection} in the place of each item's row. */
    Weights served(Network network, Weights weights, Kernels kernels) {
        if (isEmpty()) {
            return weights;
        }
        Map<String, float[]> served = new HashMap<>();
        for (WeightArray array : network.arrays()) {
            float[] values = weights.array(array.name());
            boolean perItem = network.perItem().contains(array.name());
            served.put(array.name(), perItem ? sum(values, weights.array(projection(array.name())), kernels) : values);
        }
        return new Weights(network.arrays(), served);
    }

    private float[] sum(float[] table, float[] projection, Kernels kernels) {
        int width = projection.length / columns;
        float[] sum = table.clone();
        for (int item = 0; item < itemCount(); item++) {
            for (int n = lists.offsets()[item]; n < lists.offsets()[item + 1]; n++) {
                kernels.axpy(values[n], projection, lists.items()[n] * width, sum, item * width, width);
            }
        }
        return sum;
    }

    void store(ArtefactWriter into) {
        if (!isEmpty()) {
            lists.store(LISTS, into.ints(COLUMNS, columns));
            into.floats(VALUES, values);
            if (terms != null) {
                terms.store(into);
            }
        }
    }

    /** Those of a model file; {@link #NONE} when it has none. Files from before there were terms have rows alone. */
    static ItemFeatures read(Artefact from) {
        if (!from.names().contains(COLUMNS)) {
            return NONE;
        }
        int[] columns = from.ints(COLUMNS);
        if (columns.length != 1 || columns[0] < 1) {
            throw from.contradiction("one number of columns above 0", Arrays.toString(columns));
        }
        StoredLists lists = StoredLists.read(LISTS, columns[0], from);
        float[] values = from.floats(VALUES);
        if (values.length != lists.items().length) {
            throw from.contradiction("a value a feature", values.length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw from.contradiction("features that are numbers", value);
            }
        }
        return new ItemFeatures(
                columns[0], lists, values, FeatureTerms.read(columns[0], from).orElse(null));
    }
}
