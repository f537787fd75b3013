package dev.aisle.algorithms.baskets;

import java.util.List;

/**
 * Who buys the left side also buys the right side.
 *
 * @param lhs items, in the order in which they first came; empty for the share of an item in all baskets
 * @param count baskets with all of it
 * @param support their share of all baskets
 * @param confidence their share of those with the left side
 * @param coverage share of baskets with the left side
 * @param lift confidence over the share of baskets with the right side; 1 when neither says anything of the other
 */
public record BasketRule(
        List<String> lhs, String rhs, int count, double support, double confidence, double coverage, double lift) {
    public BasketRule {
        lhs = List.copyOf(lhs);
    }

    /** Items on both sides. */
    public int length() {
        return lhs.size() + 1;
    }
}
