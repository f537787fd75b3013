package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import java.util.List;

/** Whether a campaign may be given to a person in a situation, before any chance comes in. */
public final class Eligibility {
    private Eligibility() {}

    /** Runs here, is for this person, has a ground and is not worn out. */
    public static boolean isEligible(Campaign campaign, Situation situation) {
        return campaign.runsAt(situation.request().placement(), situation.now())
                && campaign.audience().includes(situation.person())
                && hasGround(campaign, situation)
                && isFresh(campaign, situation);
    }

    private static boolean hasGround(Campaign campaign, Situation situation) {
        return campaign.conditions().ordersHold(situation.person())
                && campaign.conditions()
                        .contextHolds(situation.person(), situation.request().hasContext());
    }

    private static boolean isFresh(Campaign campaign, Situation situation) {
        FrequencyCap cap = campaign.frequencyCap();
        return cap == null || cap.allows(situation.shown().getOrDefault(campaign.id(), List.of()), situation.now());
    }
}
