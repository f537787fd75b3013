/** What parts of the assistant have in common. */
@NullMarked
package dev.aisle.assistant.shared;

import org.jspecify.annotations.NullMarked;
