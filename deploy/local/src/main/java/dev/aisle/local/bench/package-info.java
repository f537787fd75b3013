/**
 * {@code ./aisle bench}: figures of this machine, printed and never asserted.
 * Events are counted at the broker, not at the sender.
 */
@NullMarked
package dev.aisle.local.bench;

import org.jspecify.annotations.NullMarked;
