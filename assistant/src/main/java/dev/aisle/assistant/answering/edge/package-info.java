/** Conversations over REST and server-sent events. Asks and answers, decides nothing. */
@NullMarked
package dev.aisle.assistant.answering.edge;

import org.jspecify.annotations.NullMarked;
