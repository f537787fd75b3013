/** The tables of articles and of points, and the index of current passages. */
@NullMarked
package dev.aisle.assistant.knowledge.store;

import org.jspecify.annotations.NullMarked;
