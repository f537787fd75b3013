package dev.aisle.recommender.serving.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who looks at which place of the shop.
 *
 * @param subject a pseudonym; empty for a visitor of whom nothing is known
 * @param contextItems on the page that the list stands beside
 * @param cart what lies in the cart
 * @param exclude what must not stand in the list
 * @param groups that the visitor belongs to, by what the storefront was allowed to say
 */
public record Visit(
        String subject,
        String placement,
        List<String> contextItems,
        List<String> cart,
        Set<String> exclude,
        List<Group> groups) {
    public Visit {
        contextItems = List.copyOf(contextItems);
        cart = List.copyOf(cart);
        exclude = Set.copyOf(exclude);
        groups = List.copyOf(groups);
    }

    /** A visit of which nothing else is known. */
    public static Visit of(String subject, String placement) {
        return new Visit(subject, placement, List.of(), List.of(), Set.of(), List.of());
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
