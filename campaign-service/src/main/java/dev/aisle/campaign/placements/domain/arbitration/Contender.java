package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.results.bandits.Shares;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that wants a placement.
 *
 * @param exclusive whether it wants the placement for itself
 * @param allocated whether it is given as allocated, and else not at all
 * @param allowance how often it may be given; {@code null} for any number of times
 * @param shares of its variations as they were learned; {@code null} where they stay as they were written
 */
public record Contender(
        Campaign campaign,
        Worth worth,
        boolean exclusive,
        boolean allocated,
        @Nullable Allowance allowance,
        Supply supply,
        @Nullable Shares shares) {
    /** One whose weights stay as they were written. */
    public Contender(
            Campaign campaign,
            Worth worth,
            boolean exclusive,
            boolean allocated,
            @Nullable Allowance allowance,
            Supply supply) {
        this(campaign, worth, exclusive, allocated, allowance, supply, null);
    }

    /** The same with what is left of it. */
    public Contender with(Supply left) {
        return new Contender(campaign, worth, exclusive, allocated, allowance, left, shares);
    }

    /** What it is compared by. */
    public Lineup.Entry entry() {
        return new Lineup.Entry(
                campaign.reference(), worth.expected(), worth.measured(), campaign.priority(), exclusive);
    }
}
