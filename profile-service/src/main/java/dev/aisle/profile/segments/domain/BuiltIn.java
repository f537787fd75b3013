package dev.aisle.profile.segments.domain;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The segments that every shop has. */
public enum BuiltIn {
    /** First seen a short time ago and has not bought yet. */
    NEW_VISITOR("new-visitor"),
    /** Has bought at least once. */
    BUYER("buyer");

    private final String id;

    BuiltIn(String id) {
        this.id = id;
    }

    /** The id on the wire. */
    public String id() {
        return id;
    }

    /**
     * The segments of whoever did these events, each with the moment at which time alone ends it.
     *
     * @param usable for personalisation; robots' are left out
     */
    public static Map<String, Optional<Instant>> of(PersonEvents usable, Instant now, Duration newVisitorFor) {
        Map<String, Optional<Instant>> segments = new TreeMap<>();
        PersonEvents events = usable.where(event -> !event.quality().bot());
        if (events.isEmpty()) {
            return segments;
        }
        Instant until = events.list().getFirst().at().plus(newVisitorFor);
        if (events.list().stream().anyMatch(event -> event.type() == EventType.PURCHASE)) {
            segments.put(BUYER.id, Optional.empty());
        } else if (until.isAfter(now)) {
            segments.put(NEW_VISITOR.id, Optional.of(until));
        }
        return segments;
    }
}
