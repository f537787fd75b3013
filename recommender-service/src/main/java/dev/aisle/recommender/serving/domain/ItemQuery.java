package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.util.List;

/**
 * What is asked of products and not of people.
 *
 * @param productIds beside which the list stands; none for what is popular
 * @param groups among whom something is popular; none: among all
 */
public record ItemQuery(
        List<String> productIds, int size, ItemFilter filter, Page page, Shape shape, List<Group> groups) {
    public ItemQuery {
        productIds = List.copyOf(productIds);
        groups = List.copyOf(groups);
    }

    /** The same under the rule of a domain. */
    public ItemQuery in(DomainRule rule) {
        return new ItemQuery(productIds, size, filter.in(rule), page, shape, groups);
    }

    /** Of all people. */
    public ItemQuery(List<String> productIds, int size, ItemFilter filter, Page page, Shape shape) {
        this(productIds, size, filter, page, shape, List.of());
    }
}
