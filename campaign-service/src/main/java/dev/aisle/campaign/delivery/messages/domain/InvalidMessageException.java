package dev.aisle.campaign.delivery.messages.domain;

/** A message that can't be queued as it is. */
public final class InvalidMessageException extends RuntimeException {
    private final String field;

    public InvalidMessageException(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
    }

    /** Which field is wrong. */
    public String field() {
        return field;
    }
}
