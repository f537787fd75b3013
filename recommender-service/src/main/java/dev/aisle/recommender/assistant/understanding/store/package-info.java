/**
 * The examples that ship, a shop's own, and the models that were learned from them.
 */
@NullMarked
package dev.aisle.recommender.assistant.understanding.store;

import org.jspecify.annotations.NullMarked;
