package dev.aisle.campaign.placements.domain.arbitration;

import java.util.List;

/**
 * The campaigns that want a placement, the best first. It depends on no person, so that decisions share it.
 *
 * @param currency of the expected values
 */
public record Lineup(String currency, List<Entry> entries) {
    public Lineup {
        entries = List.copyOf(entries);
    }

    /**
     * A campaign with what it is compared by.
     *
     * @param campaign in its version: {@code welcome@1}
     * @param expected incremental value of giving it once, in minor units
     * @param measured whether the effect was measured; otherwise it is the prior
     * @param exclusive whether it wants the placement for itself
     */
    public record Entry(String campaign, double expected, boolean measured, int priority, boolean exclusive) {
        /** By which rule it loses to a better one. */
        public Rule lostTo(Entry winner) {
            if (winner.exclusive != exclusive) {
                return Rule.EXCLUSIVE;
            }
            return !winner.exclusive && winner.expected != expected ? Rule.VALUE : Rule.PRIORITY;
        }
    }
}
