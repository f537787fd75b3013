package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.candidates.ItemMap;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Which products may stand in this list. Immutable. */
public final class Eligible {
    private final ItemFilter filter;
    private final Set<String> excluded;
    private final Page page;
    private final @Nullable ItemMap<String> excludedItems;

    /**
     * What is allowed.
     *
     * @param filter what is asked for
     * @param excluded what must not stand in it
     * @param page what earlier pages showed
     */
    public Eligible(ItemFilter filter, Set<String> excluded, Page page) {
        this(filter, excluded, page, (ItemMap<String>) null);
    }

    /**
     * The same with a model's numbers, which are sooner compared than ids.
     *
     * @param indexOf the number of a product in the model; negative when it has none
     */
    public Eligible(ItemFilter filter, Set<String> excluded, Page page, ToIntFunction<String> indexOf) {
        this(filter, excluded, page, numbered(excluded, indexOf));
    }

    private Eligible(ItemFilter filter, Set<String> excluded, Page page, @Nullable ItemMap<String> excludedItems) {
        this.filter = filter;
        this.excluded = Set.copyOf(excluded);
        this.page = page;
        this.excludedItems = excludedItems;
    }

    private static ItemMap<String> numbered(Set<String> ids, ToIntFunction<String> indexOf) {
        ItemMap<String> items = new ItemMap<>(ids.size());
        for (String id : ids) {
            int item = indexOf.applyAsInt(id);
            if (item >= 0) {
                items.putIfAbsent(item, id);
            }
        }
        return items;
    }

    /** What is asked for. */
    public ItemFilter filter() {
        return filter;
    }

    /** What must not stand in the list. */
    public Set<String> excluded() {
        return excluded;
    }

    /** What earlier pages showed. */
    public Page page() {
        return page;
    }

    /** Whether a product may; {@code null} may not. */
    public boolean test(@Nullable CatalogueItem product) {
        return product != null && !excluded.contains(product.productId()) && passes(product);
    }

    /**
     * The same of a product whose number in the model is known.
     *
     * @param item negative when the model doesn't know it
     */
    public boolean test(@Nullable CatalogueItem product, int item) {
        if (item < 0 || excludedItems == null) {
            return test(product);
        }
        return product != null && excludedItems.get(item) == null && passes(product);
    }

    private boolean passes(CatalogueItem product) {
        return !page.hasShown(product.productId()) && filter.accepts(product);
    }
}
