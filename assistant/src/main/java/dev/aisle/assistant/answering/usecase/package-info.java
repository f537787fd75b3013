/** Opens conversations, answers their messages and ends them. */
@NullMarked
package dev.aisle.assistant.answering.usecase;

import org.jspecify.annotations.NullMarked;
