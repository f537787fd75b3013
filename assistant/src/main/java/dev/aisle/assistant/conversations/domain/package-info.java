/** Conversations of shoppers with the assistant: what is said, remembered and answered. Plain rules. */
@NullMarked
package dev.aisle.assistant.conversations.domain;

import org.jspecify.annotations.NullMarked;
