package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.content.ContentLimitException;
import dev.aisle.campaign.campaigns.content.ContentValues;
import dev.aisle.campaign.campaigns.content.WriteTexts;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.Wording;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Content;
import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.recommendations.Recommendation;
import dev.aisle.campaign.shared.recommendations.RecommendedItem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes what a placement shows of an offer: its texts with the coupon and the recommended products in them. */
@ApplicationScoped
class WriteContent {
    private final WriteTexts writeTexts;

    WriteContent(WriteTexts writeTexts) {
        this.writeTexts = writeTexts;
    }

    /** The texts; {@code null} without an offer, and when one is cut off: then the list is shown without them. */
    @Nullable
    Content of(Choice choice, Recommendation items, Language language) {
        if (!(choice instanceof Choice.Offer offer)) {
            return null;
        }
        Campaign campaign = offer.campaign();
        Wording wording = offer.variation().wording(language);
        ContentValues values = writeTexts.values(
                campaign.fallbacks(),
                offer.variation().coupon(),
                items.items().stream().map(RecommendedItem::texts).toList());
        try {
            return new Content(
                    writeTexts.text(campaign.reference(), wording.title(), values),
                    writeTexts.text(campaign.reference(), wording.body(), values),
                    offer.variation().coupon());
        } catch (ContentLimitException e) {
            Log.warnf("A text of %s was cut off: %s", campaign.reference(), e.getMessage());
            return null;
        }
    }
}
