package dev.aisle.campaign.campaigns.domain;

/** A definition that can't be a campaign. */
final class InvalidCampaignException extends RuntimeException {
    private final String field;

    public InvalidCampaignException(String field, String message) {
        super(field + ": " + message);
        this.field = field;
    }

    /** The field as it is written in the definition. */
    public String field() {
        return field;
    }
}
