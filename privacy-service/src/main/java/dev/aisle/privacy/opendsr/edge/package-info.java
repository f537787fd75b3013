/**
 * OpenDSR 2.0 over HTTP, and the clock of its callbacks. Parses, delegates and signs answers.
 */
@NullMarked
package dev.aisle.privacy.opendsr.edge;

import org.jspecify.annotations.NullMarked;
