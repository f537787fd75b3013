package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The set of a person's events, the oldest first. Whatever a profile says is a function of this set and of the moment: so it is the
 * same for every order of delivery, however often an event comes, and two sets of one person join by their union.
 */
public final class PersonEvents {
    /** Of somebody of whom nothing is known. */
    public static final PersonEvents NONE = new PersonEvents(List.of());

    private final List<PersonEvent> events;

    private PersonEvents(List<PersonEvent> events) {
        this.events = events;
    }

    /** Events in any order, any of them more than once. */
    public static PersonEvents of(Collection<PersonEvent> events) {
        return NONE.with(events);
    }

    /** These and others. Of two with one identity the earlier one stays. */
    public PersonEvents with(Collection<PersonEvent> others) {
        TreeSet<PersonEvent> all = new TreeSet<>(events);
        all.addAll(others);
        var seen = new HashSet<Long>();
        List<PersonEvent> kept = new ArrayList<>(all.size());
        for (PersonEvent event : all) {
            if (seen.add(event.id())) {
                kept.add(event);
            }
        }
        return new PersonEvents(List.copyOf(kept));
    }

    /** Those that a purpose may use, by the fence of the last refusal: only what came in under a later version. */
    public PersonEvents usableFor(Purpose purpose, long fence) {
        return where(event -> event.purposes().contains(purpose) && event.consentVersion() > fence);
    }

    /** Those that happened from a moment on and before another one. */
    public PersonEvents between(Instant from, Instant until) {
        return where(event -> !event.at().isBefore(from) && event.at().isBefore(until));
    }

    /** Those that satisfy a condition. */
    public PersonEvents where(Predicate<PersonEvent> condition) {
        return new PersonEvents(events.stream().filter(condition).toList());
    }

    /** The oldest first. Not to be changed. */
    public List<PersonEvent> list() {
        return events;
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonEvents that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }
}
