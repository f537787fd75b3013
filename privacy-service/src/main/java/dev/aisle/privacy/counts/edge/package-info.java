/**
 * Counts over HTTP. Parses, delegates and answers.
 */
@NullMarked
package dev.aisle.privacy.counts.edge;

import org.jspecify.annotations.NullMarked;
