package dev.aisle.local.importer;

import java.time.Instant;

/**
 * An event ready to send.
 *
 * @param messageId the same at every import of the same file: sent twice, it is taken once
 * @param person    the customer number; events of one person are sent in order
 * @param at        when it happened
 * @param json      one element of a Segment batch
 */
public record Item(String messageId, String person, Instant at, String json) {}
