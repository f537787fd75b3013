/** Keeps articles and finds the passages that answer a question. */
@NullMarked
package dev.aisle.recommender.assistant.knowledge.usecase;

import org.jspecify.annotations.NullMarked;
