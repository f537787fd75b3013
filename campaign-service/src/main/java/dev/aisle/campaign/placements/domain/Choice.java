package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.Variation;
import java.util.Collection;
import java.util.Comparator;
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

    /** A campaign, in a variation. */
    record Offer(Campaign campaign, Variation variation, double propensity) implements Choice {}

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

    /** Chooses: the eligible campaign of the highest priority (then the lowest id), then its assignment. */
    static Choice of(Collection<Campaign> campaigns, Situation situation) {
        return campaigns.stream()
                .sorted(Comparator.comparingInt(Campaign::priority).reversed().thenComparing(Campaign::id))
                .filter(campaign -> Eligibility.isEligible(campaign, situation))
                .findFirst()
                .map(campaign -> assign(campaign, situation.request().subject()))
                .orElseGet(NoCampaign::new);
    }

    private static Choice assign(Campaign campaign, String subject) {
        return switch (Assignment.of(campaign, subject)) {
            case Assignment.Treated t -> new Offer(campaign, t.variation(), t.propensity());
            case Assignment.HeldOut h -> new HeldOut(campaign, h.propensity());
        };
    }
}
