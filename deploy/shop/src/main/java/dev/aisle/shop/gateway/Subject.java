package dev.aisle.shop.gateway;

/**
 * Somebody as the shop knows them. The services get the pseudonym that the door makes of it.
 *
 * @param type {@code customer_id} or {@code anonymous_id}
 */
public record Subject(String type, String value) {
    /** Somebody who is logged in. */
    public static Subject customer(String id) {
        return new Subject("customer_id", id);
    }

    /** A browser whose person isn't known. */
    public static Subject browser(String id) {
        return new Subject("anonymous_id", id);
    }
}
