/** Articles and the search in them over REST. */
@NullMarked
package dev.aisle.recommender.assistant.knowledge.edge;

import org.jspecify.annotations.NullMarked;
