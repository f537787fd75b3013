package dev.aisle.campaign.results.responses;

import dev.aisle.platform.consent.SeenConsent;
import java.time.Instant;

/** What somebody did, as an event told it. */
sealed interface Response {
    /** The event's identity. */
    String eventId();

    /** Whose it is, and under which consent. */
    SeenConsent seen();

    /** When. */
    Instant at();

    /** An order. */
    record Ordered(String eventId, SeenConsent seen, long revenueMinor, String currency, Instant at)
            implements Response {}

    /** Followed what a campaign showed or sent: the decision, the message or the campaign by its id. */
    record Clicked(String eventId, SeenConsent seen, String what, Instant at) implements Response {}

    /** Saw a variation of an experiment, by its key or its number, that was assigned where it was shown. */
    record Viewed(String eventId, SeenConsent seen, String experiment, String variation, String session, Instant at)
            implements Response {}

    /** Opened a message. */
    record Opened(String eventId, SeenConsent seen, String message, Instant at) implements Response {}
}
