package dev.aisle.profile.analysis.domain;

import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Instant;

/**
 * A question about the behaviour of many people. Two that are equal have the same answer.
 *
 * @param <T> what is counted for it
 */
public interface Question<T extends Tally<T>> {
    /** What kind of question it is, as in the address: {@code funnels}. */
    String kind();

    /** The days asked about. */
    Days days();

    /** From when on events are needed. */
    Instant readFrom(Instant oldestKept);

    /** Up to when events are needed. */
    Instant readUntil();

    /** Nobody counted yet. */
    T begin();

    /** Returns how many numbers of the answer one person can change, each by at most what a person may add to it; 1 or more. */
    int touched();

    /** Returns what is told of a tally. */
    Chart answer(T tally, GuardedNumbers numbers, Instant asOf);
}
