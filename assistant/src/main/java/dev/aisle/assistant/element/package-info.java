/**
 * The chat element that a shop embeds: one script of plain JavaScript, made of the files in {@code assistant/chat}.
 */
@NullMarked
package dev.aisle.assistant.element;

import org.jspecify.annotations.NullMarked;
