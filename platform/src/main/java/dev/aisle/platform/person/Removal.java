package dev.aisle.platform.person;

/** Why a person's rows go. */
public enum Removal {
    /** The person is erased for good. */
    ERASED,
    /** No purpose holds the data any more. What is necessary, be it among other things, isn't the eraser's; the person may come again. */
    REFUSED,
    /** The person stands under another pseudonym, and this is what was left behind. */
    REKEYED
}
