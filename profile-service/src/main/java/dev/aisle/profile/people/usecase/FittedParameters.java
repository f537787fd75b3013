package dev.aisle.profile.people.usecase;

import dev.aisle.profile.people.values.domain.Fitted;

/** Where values get what was fitted to the shop's customers. */
public interface FittedParameters {
    /** The newest of each kind. */
    Fitted now();

    /** Looks for newer ones at once. */
    void renew();
}
