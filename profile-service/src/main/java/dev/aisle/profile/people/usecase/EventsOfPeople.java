package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Where segments and analyses get people's events from. Nothing here asks for consent: whoever reads does, by
 * {@link PersonEvents#usableFor}.
 */
public interface EventsOfPeople {
    /** The events of these people from a moment on; who has none is not there. */
    Map<String, PersonEvents> of(Collection<String> pseudonyms, Instant from);

    /**
     * The next people in the order of their pseudonyms who have events in a time, with these events.
     *
     * @param after the last pseudonym of the page before; empty for the first page
     * @param from inclusive
     * @param until exclusive
     * @param limit most people of a page; fewer come only at the end
     */
    SequencedMap<String, PersonEvents> page(String after, Instant from, Instant until, int limit);
}
