package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import java.util.Locale;

/**
 * What a storefront asks for a person at a placement.
 *
 * @param size how many items
 * @param reranking how the order becomes a list
 * @param page where in a sequence of pages
 * @param shape how the answer looks
 */
public record RecommendQuery(Visit visit, int size, ItemFilter filter, Reranking reranking, Page page, Shape shape) {
    /**
     * How the answer looks.
     *
     * @param explain whether items carry reasons
     * @param locale of the reasons
     */
    public record Shape(boolean explain, Locale locale) {}

    /** The same under the rule of a domain. */
    public RecommendQuery in(DomainRule rule) {
        return new RecommendQuery(visit, size, filter.in(rule), reranking, page, shape);
    }
}
