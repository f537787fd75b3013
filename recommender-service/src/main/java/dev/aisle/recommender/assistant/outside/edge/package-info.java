/** What the outside language model is used for and costs, over REST. */
@NullMarked
package dev.aisle.recommender.assistant.outside.edge;

import org.jspecify.annotations.NullMarked;
