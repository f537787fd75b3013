package dev.aisle.campaign.campaigns.domain;

/** Checks of a definition; the message names the field as it is written in the definition. */
final class Rules {
    private Rules() {}

    static void require(boolean met, String field, String message) {
        if (!met) {
            throw new InvalidCampaignException(field, message);
        }
    }
}
