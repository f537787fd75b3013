package dev.aisle.assistant.tools;

/** What the shop says when it is asked for an order of a person. */
sealed interface OrderAnswer {
    /** It is the person's. */
    record Found(Order order) implements OrderAnswer {}

    /** There is none of that number, or it is somebody else's: nobody is told which. */
    record NotTheirs() implements OrderAnswer {}

    /** The shop doesn't answer now. */
    record Unavailable() implements OrderAnswer {}

    /** The shop has not said where its orders are. */
    record NotSetUp() implements OrderAnswer {}
}
