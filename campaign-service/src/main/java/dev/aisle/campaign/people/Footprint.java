package dev.aisle.campaign.people;

import dev.aisle.platform.consent.SeenConsent;
import java.util.List;

/** What one event leaves behind of a person: the products, and whether it was a purchase. */
public record Footprint(String eventId, SeenConsent seen, boolean purchase, List<Trace> traces) {
    public Footprint {
        traces = List.copyOf(traces);
    }

    /** Whose it is. */
    public String pseudonym() {
        return seen.pseudonym();
    }

    /** The same of another pseudonym. */
    public Footprint under(String successor) {
        return new Footprint(
                eventId,
                seen.under(successor),
                purchase,
                traces.stream().map(trace -> trace.under(successor)).toList());
    }
}
