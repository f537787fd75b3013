package dev.aisle.e2e.clients;

/**
 * Somebody who sends events.
 *
 * @param id what the client calls them
 * @param pseudonym what comes out of the door for that
 */
record Person(String id, String pseudonym) {}
