/** What is told to an outside language model, what it answers, and what that costs. */
@NullMarked
package dev.aisle.assistant.outside;

import org.jspecify.annotations.NullMarked;
