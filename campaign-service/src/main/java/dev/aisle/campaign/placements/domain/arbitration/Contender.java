package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.campaign.budgets.domain.Allowance;
import dev.aisle.campaign.campaigns.domain.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that wants a placement.
 *
 * @param exclusive whether it wants the placement for itself
 * @param allocated whether it is given as allocated, and else not at all
 * @param allowance how often it may be given; {@code null} for any number of times
 */
public record Contender(
        Campaign campaign,
        Worth worth,
        boolean exclusive,
        boolean allocated,
        @Nullable Allowance allowance,
        Supply supply) {
    /** The same with what is left of it. */
    public Contender with(Supply left) {
        return new Contender(campaign, worth, exclusive, allocated, allowance, left);
    }

    /** What it is compared by. */
    public Lineup.Entry entry() {
        return new Lineup.Entry(
                campaign.reference(), worth.expected(), worth.measured(), campaign.priority(), exclusive);
    }
}
