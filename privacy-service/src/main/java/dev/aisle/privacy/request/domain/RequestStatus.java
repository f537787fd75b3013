package dev.aisle.privacy.request.domain;

import java.util.Locale;

/** How far a request is. */
public enum RequestStatus {
    /** Not every service has answered. */
    IN_PROGRESS,
    /** Every service has answered. */
    COMPLETED;

    /** The name in answers and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
