package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import org.jspecify.annotations.Nullable;

/** Finds the reason of a choice and of missing items. */
final class Reasons {
    private Reasons() {}

    static ReasonCode of(Choice choice, DecisionRequest request) {
        return switch (choice) {
            case Choice.HeldOut ignored -> ReasonCode.HOLDOUT;
            case Choice.NoCampaign ignored -> ReasonCode.NO_CAMPAIGN;
            case Choice.Offer offer -> of(offer.campaign().kind(), request);
        };
    }

    private static ReasonCode of(CampaignKind kind, DecisionRequest request) {
        return switch (kind) {
            case WELCOME -> ReasonCode.WELCOME;
            case CROSS_SELL -> request.hasContext() ? ReasonCode.CROSS_SELL_PAGE : ReasonCode.CROSS_SELL_RECENT;
            case UP_SELL -> ReasonCode.UP_SELL;
            case COUPON -> ReasonCode.COUPON;
            case AD -> ReasonCode.AD;
            case WIN_BACK -> ReasonCode.WIN_BACK;
            case REPLENISHMENT -> ReasonCode.REPLENISHMENT;
            case ABANDONMENT, PRICE_WATCH -> ReasonCode.SEEN_BEFORE;
            case SERVICE, REVIEW -> ReasonCode.BOUGHT_BEFORE;
            case LOYALTY -> ReasonCode.LOYALTY;
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
