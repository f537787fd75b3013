/** What is learned from conversations, of people who allow analytics and of nobody known: what became of answers, and which questions nothing answers. */
@NullMarked
package dev.aisle.assistant.learning;

import org.jspecify.annotations.NullMarked;
