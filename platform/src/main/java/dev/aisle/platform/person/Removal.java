package dev.aisle.platform.person;

/** Why a person's rows go. */
public enum Removal {
    /** The person is erased for good. */
    ERASED,
    /** The person stands under another pseudonym, and this is what was left behind. */
    REKEYED
}
