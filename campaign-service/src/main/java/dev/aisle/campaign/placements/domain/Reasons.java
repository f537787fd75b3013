package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.CampaignKind;
import org.jspecify.annotations.Nullable;

/** Finds the reason of a choice and of missing items. */
final class Reasons {
    private Reasons() {}

    static ReasonCode of(Choice choice, DecisionRequest request) {
        return switch (choice) {
            case Choice.HeldOut ignored -> ReasonCode.HOLDOUT;
            case Choice.NoCampaign ignored -> ReasonCode.NO_CAMPAIGN;
            case Choice.Offer offer when offer.campaign().kind() == CampaignKind.WELCOME -> ReasonCode.WELCOME;
            case Choice.Offer ignored ->
                request.hasContext() ? ReasonCode.CROSS_SELL_PAGE : ReasonCode.CROSS_SELL_RECENT;
        };
    }

    static @Nullable ReasonCode ofItems(Recommendation recommendation) {
        return switch (recommendation) {
            case Recommendation.Recommended ignored -> null;
            case Recommendation.Missing(Recommendation.Cause cause) ->
                cause == Recommendation.Cause.LATE ? ReasonCode.RECOMMENDER_LATE : ReasonCode.RECOMMENDER_UNAVAILABLE;
        };
    }
}
