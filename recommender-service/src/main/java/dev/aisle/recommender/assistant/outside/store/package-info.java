/** Calls an outside language model, and keeps what it costs. */
@NullMarked
package dev.aisle.recommender.assistant.outside.store;

import org.jspecify.annotations.NullMarked;
