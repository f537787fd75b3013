/** Learns from conversations, of people who allow analytics and of nobody known. */
@NullMarked
package dev.aisle.recommender.assistant.learning.usecase;

import org.jspecify.annotations.NullMarked;
