/** Opens conversations, answers their messages and ends them. */
@NullMarked
package dev.aisle.recommender.assistant.conversations.usecase;

import org.jspecify.annotations.NullMarked;
