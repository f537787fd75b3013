package dev.aisle.assistant.learning;

import dev.aisle.algorithms.privacy.pii.StorableText;
import java.time.Instant;
import java.util.UUID;

/**
 * A question that nothing answered.
 *
 * @param person a pseudonym; empty when nobody is known
 * @param point where it lies among meanings, of length one; empty when no model could be had
 */
record AskedQuestion(UUID id, String person, String language, StorableText text, float[] point, Instant askedAt) {}
