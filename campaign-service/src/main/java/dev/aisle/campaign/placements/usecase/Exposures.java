package dev.aisle.campaign.placements.usecase;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Decision;
import dev.aisle.campaign.placements.usecase.ChooseCampaign.Plan;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import dev.aisle.contracts.exposures.v1.ExposedItem;
import dev.aisle.contracts.exposures.v1.Exposure;
import java.time.Instant;
import java.util.HexFormat;

/** The exposure of a decision: what was shown, with the probabilities that were used. */
final class Exposures {
    private static final String POLICY = "rules";

    private Exposures() {}

    /** A held-out person was shown the absence of the campaign; without campaign and items there was nothing. */
    static boolean shownAnything(Choice choice, Decision decision) {
        return choice.campaign() != null || !decision.items().isEmpty();
    }

    static Exposure.Builder of(Plan plan, Decision decision, Recommendation recommendation, Instant at) {
        Exposure.Builder exposure = Exposure.newBuilder()
                .setExposureId(decision.id())
                .setDecisionId(decision.id())
                .setPseudonym(plan.situation().request().subject())
                .setPlacement(decision.placement())
                .setExposedAt(
                        Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
                .setPropensity(plan.choice().propensity())
                .setPolicy(POLICY)
                .setPolicyVersion(plan.roster().policyVersion() + epoch(plan.choice()))
                .setContextHash(ByteString.copyFrom(
                        HexFormat.of().parseHex(plan.situation().contextHash())))
                .setPersonalized(decision.personalized())
                .setHoldout(plan.choice() instanceof Choice.HeldOut);
        addCampaign(exposure, plan.choice(), decision);
        addItems(exposure, decision, recommendation);
        return exposure;
    }

    /** Whose weights were drawn by, where weights are learned. */
    private static String epoch(Choice choice) {
        return choice instanceof Choice.Offer offer && offer.epoch() != null
                ? "#" + offer.campaign().reference() + "/epoch-" + offer.epoch().number()
                : "";
    }

    private static void addCampaign(Exposure.Builder exposure, Choice choice, Decision decision) {
        Campaign campaign = choice.campaign();
        if (campaign == null) {
            return;
        }
        exposure.setCampaignId(campaign.id())
                .setCampaignVersion(campaign.version())
                .setExperimentId(campaign.seed());
        if (decision.variation() != null) {
            exposure.setVariation(decision.variation());
        }
        if (decision.content().coupon() != null) {
            exposure.setCouponId(decision.content().coupon());
        }
    }

    private static void addItems(Exposure.Builder exposure, Decision decision, Recommendation recommendation) {
        if (recommendation instanceof Recommendation.Recommended recommended) {
            exposure.setModelVersion(recommended.modelVersion()).setRequestId(recommended.requestId());
        }
        int position = 1;
        for (RecommendedItem item : decision.items()) {
            exposure.addItems(ExposedItem.newBuilder()
                    .setProductId(item.productId())
                    .setPosition(position)
                    .setScore(item.score())
                    .setPropensity(item.propensity())
                    .setSource(item.source()));
            position++;
        }
    }
}
