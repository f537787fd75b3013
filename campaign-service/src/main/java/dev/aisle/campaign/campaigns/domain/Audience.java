package dev.aisle.campaign.campaigns.domain;

import dev.aisle.campaign.people.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whom a campaign is for: segments of profile-service and the orders that this service counts, put together by all, any and not. */
public sealed interface Audience {
    /** Whether the person belongs to it. */
    boolean includes(Person person);

    /** The segments that it names. */
    default Set<String> segments() {
        Set<String> all = new TreeSet<>();
        names().forEach(all::add);
        return all;
    }

    /** The segments that it names, each time that it does. */
    Stream<String> names();

    /** Everybody who allows personalization. */
    record Everyone() implements Audience {
        @Override
        public boolean includes(Person person) {
            return true;
        }

        @Override
        public Stream<String> names() {
            return Stream.empty();
        }
    }

    /** Who is in a segment. */
    record InSegment(String segment) implements Audience {
        @Override
        public boolean includes(Person person) {
            return person.isIn(segment);
        }

        @Override
        public Stream<String> names() {
            return Stream.of(segment);
        }
    }

    /** Who has ordered so many times, as far as this service heard. */
    record Orders(long atLeast, long atMost) implements Audience {
        @Override
        public boolean includes(Person person) {
            return person.purchases() >= atLeast && person.purchases() <= atMost;
        }

        @Override
        public Stream<String> names() {
            return Stream.empty();
        }
    }

    /** Who is in all of them. */
    record All(List<Audience> parts) implements Audience {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean includes(Person person) {
            // A loop and not a stream, here and below: it runs for each campaign of each page.
            for (Audience part : parts) {
                if (!part.includes(person)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<String> names() {
            return parts.stream().flatMap(Audience::names);
        }
    }

    /** Who is in one of them at least. */
    record Any(List<Audience> parts) implements Audience {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean includes(Person person) {
            for (Audience part : parts) {
                if (part.includes(person)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<String> names() {
            return parts.stream().flatMap(Audience::names);
        }
    }

    /** Who isn't in it. */
    record Not(Audience part) implements Audience {
        @Override
        public boolean includes(Person person) {
            return !part.includes(person);
        }

        @Override
        public Stream<String> names() {
            return part.names();
        }
    }
}
