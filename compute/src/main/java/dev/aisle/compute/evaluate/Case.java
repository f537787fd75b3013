package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.History;

/**
 * One question that all algorithms are asked: what comes after this?
 *
 * @param person whose question it is, by the reader's number: questions of one person or session depend on each other
 * @param user row in the fold's train, or {@link #NOBODY}
 * @param known what is known at that moment, as a set with weights; as models over sets are asked
 * @param sequence the same in the order it happened, repeats too, at most the last {@link #LONGEST}; empty when no order is known
 * @param truth what came after; not empty
 * @param group of the person, such as an age band; empty when it isn't known
 */
record Case(int person, int user, History known, History sequence, Truth truth, String group) {
    /** Train has no row of this person or session. */
    static final int NOBODY = -1;

    /** Steps of a sequence that are passed on. */
    static final int LONGEST = 200;

    /** A person of whom nothing at all is known. Means over everybody leave them out: they are a slice of their own. */
    boolean newcomer() {
        return user == NOBODY && known.size() == 0;
    }

    /** A session that goes on: the next item is asked for, and what was there may come again. */
    boolean ofSession() {
        return user == NOBODY && known.size() > 0;
    }
}
