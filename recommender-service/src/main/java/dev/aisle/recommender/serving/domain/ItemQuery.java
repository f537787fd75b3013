package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.serving.domain.RecommendQuery.Shape;
import java.util.List;

/**
 * What is asked of products and not of people.
 *
 * @param productIds beside which the list stands; none for what is popular
 */
public record ItemQuery(List<String> productIds, int size, ItemFilter filter, Page page, Shape shape) {
    public ItemQuery {
        productIds = List.copyOf(productIds);
    }
}
