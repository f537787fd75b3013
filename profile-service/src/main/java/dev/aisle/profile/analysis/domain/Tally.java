package dev.aisle.profile.analysis.domain;

import dev.aisle.profile.people.domain.PersonEvents;

/**
 * What is counted for a question. It holds no person. Tallies of disjoint people join, in any order, to the tally of all of them.
 *
 * @param <T> the tally's own type
 */
public interface Tally<T extends Tally<T>> {
    /** Counts a person: all usable events of the time that the question reads, without those of robots. Each person once. */
    void add(PersonEvents events);

    /** Counts other people, none of whom was counted here. */
    void join(T others);
}
