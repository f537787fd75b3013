package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.results.bandits.Epoch;
import org.jspecify.annotations.Nullable;

/** Which campaign a person gets at a placement. */
public sealed interface Choice {
    /** The campaign that decided; {@code null} when none did. */
    @Nullable
    Campaign campaign();

    /** The probability with which this was chosen in this context, {@code 0 < p ≤ 1}. */
    double propensity();

    /**
     * Whether a cross-sell is given: it shows what goes with something, and nothing that is only popular. Its comparison group
     * sees the shop as it would be without it.
     */
    default boolean isCrossSell() {
        return this instanceof Offer offer && offer.campaign().kind() == CampaignKind.CROSS_SELL;
    }

    /**
     * A campaign, in a variation.
     *
     * @param epoch by whose weights it was drawn; {@code null} where nothing is learned
     */
    record Offer(
            Campaign campaign,
            Variation variation,
            double propensity,
            @Nullable Epoch epoch) implements Choice {
        /** By weights that stay as they were written. */
        public Offer(Campaign campaign, Variation variation, double propensity) {
            this(campaign, variation, propensity, null);
        }
    }

    /** A campaign would be due, but the person belongs to its comparison group. */
    record HeldOut(Campaign campaign, double propensity) implements Choice {}

    /** No campaign is due. */
    record NoCampaign() implements Choice {
        @Override
        public @Nullable Campaign campaign() {
            return null;
        }

        @Override
        public double propensity() {
            return 1;
        }
    }
}
