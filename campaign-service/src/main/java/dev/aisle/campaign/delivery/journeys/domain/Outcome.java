package dev.aisle.campaign.delivery.journeys.domain;

import java.util.Locale;

/** What became of a journey that was due. */
public enum Outcome {
    SENT,
    /** Belongs to the comparison group. */
    HELD_OUT,
    /** Has got enough. */
    CAPPED,
    NOT_ELIGIBLE,
    CANCELLED,
    NO_CONSENT,
    /** Goes later, since it is quiet at the person's place. */
    POSTPONED,
    /** Was due long ago, when its campaign was paused or nothing ran: what it would say isn't so any more. */
    STALE,
    /** The text can't be written. */
    FAILED;

    /** The name in tables and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
