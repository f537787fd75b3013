package dev.aisle.campaign.campaigns.content;

/** A text was cut off: it wanted more steps or more room than a text may have. */
public final class ContentLimitException extends RuntimeException {
    public ContentLimitException(String message) {
        super(message);
    }
}
