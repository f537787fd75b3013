package dev.aisle.campaign.placements.domain;

import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a placement shows, and why.
 *
 * @param campaign which campaign is shown; {@code null} when none is
 * @param variation of the campaign; {@code holdout} in its comparison group; {@code null} without a campaign
 * @param itemsReason the code of why there are no items; {@code null} when the recommender answered
 */
public record Decision(
        String id,
        String placement,
        @Nullable CampaignShown campaign,
        @Nullable String variation,
        Content content,
        List<RecommendedItem> items,
        boolean personalized,
        Reason reason,
        @Nullable String itemsReason) {
    /** The variation of those who are held out. */
    public static final String HOLDOUT = "holdout";

    /** A campaign in a version. */
    public record CampaignShown(String id, String kind, int version) {}

    /** A code for programs and a sentence for people. */
    public record Reason(String code, String text) {}

    /** For somebody who hasn't allowed personalization: what everyone sees. */
    public static Decision forEveryone(String id, DecisionRequest request, Recommendation recommendation) {
        return new Decision(
                id,
                request.placement(),
                null,
                null,
                Content.plain(false, request.language()),
                recommendation.items(),
                false,
                reason(ReasonCode.NO_CONSENT, recommendation, request.language()),
                itemsReason(recommendation));
    }

    /**
     * For a person who has allowed personalization.
     *
     * @param written what the offer's texts came to; {@code null} without an offer, and when they couldn't be rendered
     */
    public static Decision forPerson(
            String id,
            DecisionRequest request,
            Choice choice,
            Recommendation recommendation,
            @Nullable Content written) {
        boolean personalItems =
                recommendation instanceof Recommendation.Recommended recommended && recommended.personalized();
        Content plain = Content.plain(personalItems, request.language());
        Reason reason = reason(Reasons.of(choice, request), recommendation, request.language());
        Choice.Offer offer = choice instanceof Choice.Offer given ? given : null;
        return new Decision(
                id,
                request.placement(),
                offer == null ? null : shown(offer),
                variation(choice),
                written == null ? plain : written,
                recommendation.items(),
                offer != null || personalItems,
                reason,
                itemsReason(recommendation));
    }

    private static CampaignShown shown(Choice.Offer offer) {
        return new CampaignShown(
                offer.campaign().id(),
                offer.campaign().kind().code(),
                offer.campaign().version());
    }

    private static @Nullable String variation(Choice choice) {
        return switch (choice) {
            case Choice.Offer offer -> offer.variation().id();
            case Choice.HeldOut ignored -> HOLDOUT;
            case Choice.NoCampaign ignored -> null;
        };
    }

    private static Reason reason(ReasonCode code, Recommendation recommendation, Language language) {
        String text = Stream.of(code, Reasons.ofItems(recommendation))
                .filter(Objects::nonNull)
                .map(one -> one.text(language))
                .collect(Collectors.joining(language == Language.ZH ? "" : " "));
        return new Reason(code.code(), text);
    }

    private static @Nullable String itemsReason(Recommendation recommendation) {
        ReasonCode code = Reasons.ofItems(recommendation);
        return code == null ? null : code.code();
    }
}
