/** Understands what a shopper writes: its language, intent, entities and tone. */
@NullMarked
package dev.aisle.assistant.understanding;

import org.jspecify.annotations.NullMarked;
