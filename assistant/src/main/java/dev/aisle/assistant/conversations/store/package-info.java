/** Tables of conversations and their messages. */
@NullMarked
package dev.aisle.assistant.conversations.store;

import org.jspecify.annotations.NullMarked;
