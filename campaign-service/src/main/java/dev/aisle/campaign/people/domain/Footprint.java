package dev.aisle.campaign.people.domain;

import java.util.List;

/** What one event leaves behind of a person: the products, and whether it was a purchase. */
public record Footprint(String eventId, String pseudonym, long consentVersion, boolean purchase, List<Trace> traces) {
    public Footprint {
        traces = List.copyOf(traces);
    }

    /** The same of another pseudonym. */
    public Footprint under(String successor) {
        return new Footprint(
                eventId,
                successor,
                consentVersion,
                purchase,
                traces.stream().map(trace -> trace.under(successor)).toList());
    }
}
