package dev.aisle.algorithms.content;

import dev.aisle.algorithms.content.ItemContent.Term;
import dev.aisle.algorithms.evaluate.Grouping;
import dev.aisle.algorithms.evaluate.ItemSets;
import dev.aisle.algorithms.evaluate.ItemTraits;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the metrics of an evaluation need to know of items, taken from their content. */
public final class ContentTraits {
    /** The attribute that holds categories. */
    public static final String CATEGORY = "category";

    /** The attribute that holds the brand. */
    public static final String BRAND = "brand";

    private static final List<String> PRICE_LEVELS = List.of("low", "middle", "high");

    private final ItemContent content;

    private ContentTraits(ItemContent content) {
        this.content = content;
    }

    /**
     * The traits, as far as they are known: items are alike by the values of their attributes, or by their words where there are none.
     *
     * @param prices one an item; NaN where it isn't known
     */
    public static ItemTraits of(ItemContent content, double[] prices) {
        ContentTraits of = new ContentTraits(content);
        ItemTraits traits = ItemTraits.NONE;
        Interactions values = of.rows(term -> !term.word());
        Interactions likeness = values.size() > 0 ? values : of.rows(Term::word);
        if (likeness.size() > 0) {
            traits = traits.withSets(ItemSets.of(likeness));
        }
        Interactions categories = of.rows(term -> !term.word() && term.field().equals(CATEGORY));
        if (categories.size() > 0) {
            traits = traits.withCategories(ItemSets.of(categories));
        }
        Interactions brands = of.rows(term -> !term.word() && term.field().equals(BRAND));
        if (brands.size() > 0) {
            traits = traits.withBrands(of.grouping(brands));
        }
        int[] levels = Levels.of(prices, PRICE_LEVELS.size());
        boolean known = Arrays.stream(levels).anyMatch(level -> level != Levels.NONE);
        return known ? traits.withPrices(Grouping.of(levels, PRICE_LEVELS)) : traits;
    }

    /** Items × some of the terms, under their numbers among all. */
    private Interactions rows(Predicate<Term> wanted) {
        Interactions counts = content.counts();
        InteractionsBuilder rows =
                Interactions.collect(content.itemCount(), content.terms().size());
        for (int item = 0; item < content.itemCount(); item++) {
            for (int p = counts.start(item); p < counts.start(item + 1); p++) {
                if (wanted.test(content.terms().get(counts.item(p)))) {
                    rows.add(item, counts.item(p), 1);
                }
            }
        }
        return rows.build();
    }

    /** Each item in the group of its first term. */
    private Grouping grouping(Interactions rows) {
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        int[] groupOf = new int[rows.userCount()];
        for (int item = 0; item < groupOf.length; item++) {
            groupOf[item] = rows.countOf(item) == 0
                    ? Grouping.NONE
                    : groups.computeIfAbsent(rows.item(rows.start(item)), ignored -> groups.size());
        }
        return Grouping.of(
                groupOf,
                groups.keySet().stream()
                        .map(term -> content.terms().get(term).text())
                        .toList());
    }
}
