package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import java.util.List;

/** Whether a campaign may be given to a person in a situation, before any chance comes in. */
public final class Eligibility {
    private Eligibility() {}

    /** Runs here, is for this person, has a ground and is not worn out. */
    public static boolean isEligible(Campaign campaign, Situation situation) {
        return campaign.runsAt(situation.request().placement())
                && isAudience(campaign, situation)
                && hasGround(campaign, situation)
                && isFresh(campaign, situation);
    }

    private static boolean isAudience(Campaign campaign, Situation situation) {
        String audience = campaign.audience();
        return audience == null || situation.person().isIn(audience);
    }

    private static boolean hasGround(Campaign campaign, Situation situation) {
        return switch (campaign.kind()) {
            case WELCOME -> !situation.person().hasBought();
            case CROSS_SELL ->
                situation.request().hasContext()
                        || !situation.person().recentItems().isEmpty();
        };
    }

    private static boolean isFresh(Campaign campaign, Situation situation) {
        FrequencyCap cap = campaign.frequencyCap();
        return cap == null || cap.allows(situation.shown().getOrDefault(campaign.id(), List.of()), situation.now());
    }
}
