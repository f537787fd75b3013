/**
 * Examples and what they are worth, over HTTP.
 */
@NullMarked
package dev.aisle.recommender.assistant.understanding.edge;

import org.jspecify.annotations.NullMarked;
