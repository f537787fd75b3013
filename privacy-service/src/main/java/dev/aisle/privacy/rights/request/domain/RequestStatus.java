package dev.aisle.privacy.rights.request.domain;

import java.util.Locale;

/** How far a request is. */
public enum RequestStatus {
    /** Nobody has said yet that it comes from the person it is about. */
    AWAITING_VERIFICATION,
    /** It will run; until then it can be taken back. */
    PENDING,
    /** Not every service has answered. */
    IN_PROGRESS,
    /** Every service has answered. */
    COMPLETED,
    /** Taken back before it ran. */
    CANCELLED;

    /** The name in answers and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name. */
    public static RequestStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether it has not begun, so that it can be taken back. */
    public boolean canBeCancelled() {
        return this == AWAITING_VERIFICATION || this == PENDING;
    }

    /** Whether nothing happens any more. */
    public boolean isEnded() {
        return this == COMPLETED || this == CANCELLED;
    }
}
