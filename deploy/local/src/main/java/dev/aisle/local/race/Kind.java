package dev.aisle.local.race;

/** What is used of a person, and how it shows. */
public enum Kind {
    /** The door takes an event in. */
    ADMISSION,
    /** An answer of the recommender that isn't for want of consent. */
    RECOMMENDATION,
    /** A decision that isn't for want of consent. */
    DECISION,
    /** A profile that can be read. */
    PROFILE,
    /** An event that got into the profile. */
    FOLD,
    /** An event that got into the recommender's interactions. */
    INTERACTION,
    /** An event that got into what campaigns know. */
    FOOTPRINT
}
