package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.DomainRule;
import dev.aisle.recommender.catalog.ItemFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a storefront asks for a person at a placement.
 *
 * @param subject a pseudonym; empty for a visitor of whom nothing is known
 * @param size how many items
 * @param contextItems on the page that the list stands beside
 * @param cart what lies in the cart
 * @param exclude what must not stand in the list
 * @param reranking how the order becomes a list
 * @param page where in a sequence of pages
 * @param shape how the answer looks
 * @param groups that the visitor belongs to, by what the storefront was allowed to say
 */
public record RecommendQuery(
        String subject,
        String placement,
        int size,
        List<String> contextItems,
        List<String> cart,
        Set<String> exclude,
        ItemFilter filter,
        Reranking reranking,
        Page page,
        Shape shape,
        List<Group> groups) {
    public RecommendQuery {
        contextItems = List.copyOf(contextItems);
        cart = List.copyOf(cart);
        exclude = Set.copyOf(exclude);
        groups = List.copyOf(groups);
    }

    /** Of somebody of whom no group is known. */
    public RecommendQuery(
            String subject,
            String placement,
            int size,
            List<String> contextItems,
            List<String> cart,
            Set<String> exclude,
            ItemFilter filter,
            Reranking reranking,
            Page page,
            Shape shape) {
        this(subject, placement, size, contextItems, cart, exclude, filter, reranking, page, shape, List.of());
    }

    /**
     * How the answer looks.
     *
     * @param explain whether items carry reasons
     * @param locale of the reasons
     */
    public record Shape(boolean explain, Locale locale) {}

    /** The same under the rule of a domain. */
    public RecommendQuery in(DomainRule rule) {
        return new RecommendQuery(
                subject, placement, size, contextItems, cart, exclude, filter.in(rule), reranking, page, shape, groups);
    }

    /** What must not stand in the list because it is named in the question. */
    Set<String> named() {
        Set<String> named = new HashSet<>(exclude);
        named.addAll(contextItems);
        named.addAll(cart);
        return named;
    }

    /** Whether the list stands beside a cart. */
    boolean besideCart() {
        return placement.toLowerCase(Locale.ROOT).contains("cart") && !cart.isEmpty();
    }
}
