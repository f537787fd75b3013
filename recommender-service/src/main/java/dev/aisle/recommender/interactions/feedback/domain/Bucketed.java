package dev.aisle.recommender.interactions.feedback.domain;

import java.time.Instant;

/**
 * A place of a report's row.
 *
 * @param start of the bucket
 * @param value of the breakdown; empty when it isn't split
 */
public record Bucketed(Instant start, String value) {}
