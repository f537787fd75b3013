/** Tables of conversations and their messages. */
@NullMarked
package dev.aisle.recommender.assistant.conversations.store;

import org.jspecify.annotations.NullMarked;
