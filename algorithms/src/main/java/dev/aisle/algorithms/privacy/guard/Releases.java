package dev.aisle.algorithms.privacy.guard;

import java.time.Instant;
import java.util.Optional;

/** The memory of the guard: answers by question, and how many new ones each reader had today. */
public interface Releases {
    /** Returns the answer that was given last. */
    Optional<Release> find(String question);

    /** Takes so many answers off the reader's day; false when fewer are left, and then nothing is taken. */
    boolean charge(String reader, int answers, int answersADay, Instant now);

    /** Returns how many new answers the reader had on this day. */
    int used(String reader, Instant now);

    /** Keeps an answer in place of the one before. */
    void keep(String question, Release release);
}
