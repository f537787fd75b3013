/** Keeps articles and finds the passages that answer a question. */
@NullMarked
package dev.aisle.assistant.knowledge.usecase;

import org.jspecify.annotations.NullMarked;
