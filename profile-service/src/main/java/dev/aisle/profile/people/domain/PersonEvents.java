package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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

    /** Events that are a set in their order already, as they were written. */
    public static PersonEvents ordered(List<PersonEvent> events) {
        return new PersonEvents(List.copyOf(events));
    }

    /** These and others. Of several with one identity one stays, the same one in whatever order they come: the first by time. */
    public PersonEvents with(Collection<PersonEvent> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<Long, PersonEvent> byId = HashMap.newHashMap(events.size() + others.size());
        events.forEach(event -> byId.put(event.id(), event));
        others.forEach(event -> byId.merge(event.id(), event, (a, b) -> SameEvent.FIRST.compare(a, b) <= 0 ? a : b));
        return new PersonEvents(byId.values().stream().sorted().toList());
    }

    /**
     * Those that a purpose may use, by the fence of the last refusal: only what came in under a later version. Of each only the fields
     * that are collected for it.
     */
    public PersonEvents usableFor(Purpose purpose, long fence) {
        return where(event -> event.purposes().contains(purpose) && event.consentVersion() > fence)
                .each(event -> FieldsFor.of(event, purpose));
    }

    /** Those that happened from a moment on and before another one. */
    public PersonEvents between(Instant from, Instant until) {
        return where(event -> !event.at().isBefore(from) && event.at().isBefore(until));
    }

    /** Those that satisfy a condition; this set itself when all do. */
    public PersonEvents where(Predicate<PersonEvent> condition) {
        int same = 0;
        while (same < events.size() && condition.test(events.get(same))) {
            same++;
        }
        if (same == events.size()) {
            return this;
        }
        List<PersonEvent> satisfying = new ArrayList<>(events.subList(0, same));
        for (PersonEvent event : events.subList(same + 1, events.size())) {
            if (condition.test(event)) {
                satisfying.add(event);
            }
        }
        return new PersonEvents(Collections.unmodifiableList(satisfying));
    }

    private PersonEvents each(UnaryOperator<PersonEvent> change) {
        return new PersonEvents(events.stream().map(change).toList());
    }

    /** The oldest first. Not to be changed. */
    public List<PersonEvent> list() {
        return events;
    }

    public int size() {
        return events.size();
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonEvents that && size() == that.size() && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }
}
