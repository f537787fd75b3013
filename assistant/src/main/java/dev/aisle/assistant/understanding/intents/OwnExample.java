package dev.aisle.assistant.understanding.intents;

/**
 * A shop's own example.
 *
 * @param id that the shop gave it
 */
record OwnExample(String id, Example example) {}
