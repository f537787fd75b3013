/** What a shopper wants: the examples that ship, a shop's own, and the models that are learned from them. */
@NullMarked
package dev.aisle.assistant.understanding.intents;

import org.jspecify.annotations.NullMarked;
