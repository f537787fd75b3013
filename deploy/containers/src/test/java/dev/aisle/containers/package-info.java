/** What the trial in containers does without an engine. */
@NullMarked
package dev.aisle.containers;

import org.jspecify.annotations.NullMarked;
