/** Learns to understand texts, and understands them. */
@NullMarked
package dev.aisle.recommender.assistant.understanding.usecase;

import org.jspecify.annotations.NullMarked;
