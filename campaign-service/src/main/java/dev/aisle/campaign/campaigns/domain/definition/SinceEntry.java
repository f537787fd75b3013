package dev.aisle.campaign.campaigns.domain.definition;

import dev.aisle.campaign.people.Person;
import java.util.List;
import java.util.Set;

/** A condition on what somebody did since a journey began, and on the segments of the moment. */
public sealed interface SinceEntry {
    /** Whether it holds. */
    boolean holds(Set<Behaviour> seen, Person person);

    /** Whether it can be answered without looking at segments. */
    boolean needsPerson();

    /** The person did this. */
    record Did(Behaviour behaviour) implements SinceEntry {
        @Override
        public boolean holds(Set<Behaviour> seen, Person person) {
            return seen.contains(behaviour);
        }

        @Override
        public boolean needsPerson() {
            return false;
        }
    }

    /** The person is in this segment now. */
    record InSegment(String segment) implements SinceEntry {
        @Override
        public boolean holds(Set<Behaviour> seen, Person person) {
            return person.isIn(segment);
        }

        @Override
        public boolean needsPerson() {
            return true;
        }
    }

    /** All of them hold. */
    record All(List<SinceEntry> parts) implements SinceEntry {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Set<Behaviour> seen, Person person) {
            return parts.stream().allMatch(part -> part.holds(seen, person));
        }

        @Override
        public boolean needsPerson() {
            return parts.stream().anyMatch(SinceEntry::needsPerson);
        }
    }

    /** One of them holds at least. */
    record Any(List<SinceEntry> parts) implements SinceEntry {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Set<Behaviour> seen, Person person) {
            return parts.stream().anyMatch(part -> part.holds(seen, person));
        }

        @Override
        public boolean needsPerson() {
            return parts.stream().anyMatch(SinceEntry::needsPerson);
        }
    }

    /** It doesn't hold. */
    record Not(SinceEntry part) implements SinceEntry {
        @Override
        public boolean holds(Set<Behaviour> seen, Person person) {
            return !part.holds(seen, person);
        }

        @Override
        public boolean needsPerson() {
            return part.needsPerson();
        }
    }
}
