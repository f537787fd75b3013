package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;

/**
 * Carries something that is kept of a person to another pseudonym, when the key of pseudonyms changes. Those with the higher
 * {@link jakarta.annotation.Priority} go first.
 */
public interface PersonMove {
    /** Moves it in the caller's transaction, which holds both. */
    void move(Pseudonym old, Pseudonym now);

    /** Notes a move of somebody of whom nothing is kept under the old pseudonym. */
    default void note(Pseudonym old, Pseudonym now) {}
}
