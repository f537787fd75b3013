package dev.aisle.profile.analysis.domain;

import dev.aisle.profile.people.domain.PersonEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is followed from event to event. */
public enum CountBy {
    /** Everything that a person did. */
    PERSON,
    /** What a person did in one session; events without one don't count. */
    SESSION;

    /** How many sessions of a person count. */
    public static final int MOST_SESSIONS = 5;

    /** How many of them count of one person. */
    public int most() {
        return this == PERSON ? 1 : MOST_SESSIONS;
    }

    /** A person's events, cut into what is followed; each part the oldest first. */
    public List<List<PersonEvent>> split(List<PersonEvent> events) {
        if (this == PERSON) {
            return events.isEmpty() ? List.of() : List.of(events);
        }
        Map<Long, List<PersonEvent>> sessions = new LinkedHashMap<>();
        for (PersonEvent event : events) {
            if (event.session() != 0) {
                sessions.computeIfAbsent(event.session(), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        return List.copyOf(sessions.values());
    }
}
