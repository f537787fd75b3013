package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.campaign.campaigns.domain.Campaign;

/** Contenders that tests start from. */
public final class ContenderExamples {
    private ContenderExamples() {}

    /** As a campaign that says nothing of its worth: 10.00 × 0.01. */
    public static Contender worthATenth(Campaign campaign) {
        return worth(campaign, 1000);
    }

    /** Expected to bring a hundredth of a value. */
    static Contender worth(Campaign campaign, double value) {
        return new Contender(campaign, new Worth(value, 0.01, 0, 0, 0, false), false, false, null, Supply.LEFT);
    }

    static Contender exclusive(Contender contender) {
        return new Contender(
                contender.campaign(), contender.worth(), true, false, contender.allowance(), contender.supply());
    }
}
