package dev.aisle.algorithms.evaluate;

import java.util.Optional;

/**
 * What is known of items beside how popular they are. A metric that needs what isn't there has no value.
 *
 * @param sets what makes items alike
 * @param categories the categories of each item
 * @param prices price levels
 * @param brands brands
 */
public record ItemTraits(
        Optional<ItemSets> sets, Optional<ItemSets> categories, Optional<Grouping> prices, Optional<Grouping> brands) {
    /** Nothing is known. */
    public static final ItemTraits NONE =
            new ItemTraits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with sets that make items alike. */
    public ItemTraits withSets(ItemSets known) {
        return new ItemTraits(Optional.of(known), categories, prices, brands);
    }

    /** The same with categories. */
    public ItemTraits withCategories(ItemSets known) {
        return new ItemTraits(sets, Optional.of(known), prices, brands);
    }

    /** The same with price levels. */
    public ItemTraits withPrices(Grouping known) {
        return new ItemTraits(sets, categories, Optional.of(known), brands);
    }

    /** The same with brands. */
    public ItemTraits withBrands(Grouping known) {
        return new ItemTraits(sets, categories, prices, Optional.of(known));
    }
}
