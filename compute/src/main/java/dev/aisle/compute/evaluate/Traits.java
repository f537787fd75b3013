package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.content.ContentTraits;
import dev.aisle.algorithms.content.ItemContent;
import dev.aisle.algorithms.content.Levels;
import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.evaluate.ItemSets;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.compute.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the attributes of a data set's items say, for algorithms and for metrics. */
final class Traits {
    private static final String PRICE = "price";
    private static final Set<String> TEXTS = Set.of("title", "description");
    /** Several values of one attribute, as in {@code Comedy|Drama}. */
    private static final String SEPARATOR = "\\|";

    private static final int MOST_TERMS = 512;
    private static final int PRICE_BANDS = 5;
    private static final int MOST_PEOPLE = 5_000;

    private final int itemCount;
    private final Map<String, List<String>> attributes;

    private Traits(Dataset data) {
        this.itemCount = data.train().itemCount();
        this.attributes = data.items().attributes();
    }

    /** Attributes, prices as bands, and the words of texts. */
    static ItemContent content(Dataset data) {
        return new Traits(data).content();
    }

    /** Why nothing can be learned of what items are; empty when it can. */
    static Optional<String> missing(Dataset data) {
        return data.items().attributes().isEmpty()
                ? Optional.of(
                        "it learns from attributes and texts of the items, and this data has none; say --items FILE")
                : Optional.empty();
    }

    /** The same as numbers: the terms that most items have, and vectors where there are any. */
    static ItemFeatures features(Dataset data) {
        Traits traits = new Traits(data);
        return ItemFeatures.of(traits.content(), MOST_TERMS).and(traits.vectors());
    }

    /** What metrics need to know; without attributes items are alike by the people who took both. */
    static ItemTraits of(Dataset data) {
        Traits traits = new Traits(data);
        ItemTraits known = ContentTraits.of(traits.content(), traits.prices());
        return known.sets().isPresent() ? known : known.withSets(ItemSets.ofPeople(data.train(), MOST_PEOPLE));
    }

    private ItemContent content() {
        ItemContent.Builder builder = ItemContent.collect(itemCount);
        attributes.forEach((name, values) -> {
            for (int item = 0; item < itemCount && !name.equals(Columns.VECTOR); item++) {
                if (TEXTS.contains(name)) {
                    builder.text(item, name, values.get(item));
                } else if (!name.equals(PRICE)) {
                    for (String value : values.get(item).split(SEPARATOR, -1)) {
                        builder.attribute(item, name, value);
                    }
                }
            }
        });
        int[] bands = Levels.of(prices(), PRICE_BANDS);
        for (int item = 0; item < itemCount; item++) {
            if (bands[item] != Levels.NONE) {
                builder.attribute(item, PRICE, String.valueOf(bands[item]));
            }
        }
        return builder.build();
    }

    private ItemFeatures vectors() {
        List<String> texts = attributes.getOrDefault(Columns.VECTOR, List.of());
        List<float[]> vectors = new ArrayList<>();
        try {
            for (String text : texts.subList(0, Math.min(itemCount, texts.size()))) {
                vectors.add(vector(text));
            }
            return ItemFeatures.of(vectors);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--items: column " + Columns.VECTOR + ": expected as many finite numbers with spaces "
                            + "between them for each item, or none: " + e.getMessage());
        }
    }

    private static float[] vector(String text) {
        String[] numbers = text.isBlank() ? new String[0] : text.trim().split("\\s+", -1);
        float[] vector = new float[numbers.length];
        for (int n = 0; n < vector.length; n++) {
            vector[n] = Float.parseFloat(numbers[n]);
        }
        return vector;
    }

    private double[] prices() {
        double[] prices = new double[itemCount];
        Arrays.fill(prices, Double.NaN);
        List<String> texts = attributes.getOrDefault(PRICE, List.of());
        for (int item = 0; item < Math.min(itemCount, texts.size()); item++) {
            prices[item] = price(texts.get(item));
        }
        return prices;
    }

    private static double price(String text) {
        try {
            double price = Double.parseDouble(text.trim());
            return Double.isFinite(price) ? price : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
