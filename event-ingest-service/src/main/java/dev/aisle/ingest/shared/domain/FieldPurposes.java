package dev.aisle.ingest.shared.domain;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Context;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.EnumSet;
import java.util.Set;

/** Which field serves which purpose; a field goes on only when one of its purposes is granted. */
public final class FieldPurposes {
    /** The purposes for which an event as such may be kept. */
    private static final Set<Purpose> OF_EVENTS =
            EnumSet.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private FieldPurposes() {}

    /** Whether an event of somebody who granted these may be stored at all. */
    public static boolean allowAny(Set<Purpose> granted) {
        return granted.stream().anyMatch(OF_EVENTS::contains);
    }

    /** Drops the fields that no granted purpose needs and notes their names. */
    public static void minimise(ShopEvent.Builder event, Set<Purpose> granted) {
        if (granted.contains(Purpose.ANALYTICS)) {
            return;
        }
        minimiseOrigin(event);
        if (!granted.contains(Purpose.PERSONALIZATION)) {
            minimiseWords(event);
        }
    }

    /** Where somebody came from is for analysis only. */
    private static void minimiseOrigin(ShopEvent.Builder event) {
        Context context = event.getContext();
        if (!context.getReferrerDomain().isEmpty()) {
            event.addMinimisedFields("context.page.referrer");
        }
        if (!context.getCampaignSource().isEmpty() || !context.getCampaignName().isEmpty()) {
            event.addMinimisedFields("context.campaign");
        }
        event.getContextBuilder()
                .clearReferrerDomain()
                .clearCampaignSource()
                .clearCampaignMedium()
                .clearCampaignName();
    }

    /** What somebody typed, and the shop's own properties, train no model of ours. */
    private static void minimiseWords(ShopEvent.Builder event) {
        if (!event.getSearch().getQuery().isEmpty()) {
            event.getSearchBuilder().clearQuery();
            event.addMinimisedFields("properties.query");
        }
        if (!event.getReview().getText().isEmpty()) {
            event.getReviewBuilder().clearText();
            event.addMinimisedFields("properties.review_body");
        }
        if (event.getPropertiesCount() > 0) {
            event.clearProperties();
            event.addMinimisedFields("properties");
        }
    }
}
