/** Conversations over REST and server-sent events. Asks and answers, decides nothing. */
@NullMarked
package dev.aisle.recommender.assistant.conversations.edge;

import org.jspecify.annotations.NullMarked;
