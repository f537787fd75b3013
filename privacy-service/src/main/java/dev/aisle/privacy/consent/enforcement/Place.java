package dev.aisle.privacy.consent.enforcement;

/**
 * Where the message of a withdrawal lies in the topic of consents.
 *
 * @param writtenNanos not before the broker acknowledged it, by the clock of this process
 */
record Place(int partition, long offset, long writtenNanos) {}
