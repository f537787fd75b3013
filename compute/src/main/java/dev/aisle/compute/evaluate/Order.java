package dev.aisle.compute.evaluate;

/** What is known about when things happened. */
enum Order {
    /** Nothing. */
    NONE,
    /** Which came before which, for each person. */
    PLACES,
    /** The moment of each. */
    TIMES
}
