package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import java.util.List;
import java.util.Locale;

/**
 * What a storefront asks for a person at a placement.
 *
 * @param size how many items
 * @param filter within the domain of the list
 * @param reranking how the order becomes a list
 * @param page where in a sequence of pages
 * @param shape how the answer looks
 * @param terms what beside the list depends on the question
 */
public record RecommendQuery(
        Visit visit, int size, ItemFilter filter, Reranking reranking, Page page, Shape shape, Terms terms) {
    /**
     * How the answer looks.
     *
     * @param explain whether items carry reasons
     * @param locale of the reasons
     */
    public record Shape(boolean explain, Locale locale) {}

    /**
     * What is known of the list before it is made.
     *
     * @param policyVersion names the settings that order it
     * @param shown whether it counts as shown
     * @param notes about what was said in vain
     */
    public record Terms(String policyVersion, boolean shown, List<Note> notes) {
        private static final Terms NONE = new Terms("", false, List.of());
    }

    /** A question whose answer nobody is shown. */
    public RecommendQuery(Visit visit, int size, ItemFilter filter, Reranking reranking, Page page, Shape shape) {
        this(visit, size, filter, reranking, page, shape, Terms.NONE);
    }

    /** The same under the rule of a domain. */
    public RecommendQuery in(DomainRule rule) {
        return new RecommendQuery(visit, size, filter.in(rule), reranking, page, shape, terms);
    }
}
