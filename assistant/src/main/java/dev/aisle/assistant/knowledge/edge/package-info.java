/** Articles and the search in them over REST. */
@NullMarked
package dev.aisle.assistant.knowledge.edge;

import org.jspecify.annotations.NullMarked;
