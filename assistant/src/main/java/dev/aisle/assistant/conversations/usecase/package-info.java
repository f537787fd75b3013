/** The turn of a conversation that is answered, the answer, and whose conversation it is. */
@NullMarked
package dev.aisle.assistant.conversations.usecase;

import org.jspecify.annotations.NullMarked;
