package dev.aisle.campaign.placements.ads;

/** A definition that can't be an advertiser or an ad. */
public final class InvalidAdException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidAdException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field as it is written in the definition. */
    public String field() {
        return field;
    }

    static void require(boolean met, String field, String message) {
        if (!met) {
            throw new InvalidAdException(field, message);
        }
    }

    static void requireId(String id, String field) {
        require(id.matches("[a-z0-9][a-z0-9-]{0,63}"), field, "1 to 64 of a to z, 0 to 9 and hyphens");
    }
}
