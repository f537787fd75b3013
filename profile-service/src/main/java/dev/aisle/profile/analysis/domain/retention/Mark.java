package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.Visits;
import dev.aisle.profile.people.domain.PersonEvent;

/** What begins a cohort or counts as coming back. */
public enum Mark {
    VISIT,
    PURCHASE;

    /** Whether an event is one. */
    boolean is(PersonEvent event) {
        return this == VISIT ? Visits.isVisit(event.type()) : event.type() == EventType.PURCHASE;
    }
}
