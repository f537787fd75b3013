package dev.aisle.profile.analysis.domain;

import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
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

    /** What may be told of a tally. */
    Chart answer(T tally, Disclosure disclosure, Instant asOf);
}
