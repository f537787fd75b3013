package dev.aisle.privacy.consent.topic;

import dev.aisle.algorithms.privacy.Pseudonym;

/** Takes over whether a person is restricted, as the others were told before the database went back. */
public interface RestrictionTold {
    /** Restricts the person again, or no longer, in the caller's transaction, which holds the person. */
    void restore(Pseudonym pseudonym, boolean isRestricted);
}
