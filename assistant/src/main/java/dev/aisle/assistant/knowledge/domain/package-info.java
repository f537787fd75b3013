/** Articles that the shop has written, and the passages they are split into. */
@NullMarked
package dev.aisle.assistant.knowledge.domain;

import org.jspecify.annotations.NullMarked;
