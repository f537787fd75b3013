/**
 * The audit log over HTTP, and the clock of the sequencer. Parses, delegates and answers.
 */
@NullMarked
package dev.aisle.privacy.audit.edge;

import org.jspecify.annotations.NullMarked;
