/**
 * {@code ./aisle chaos}: numbered events go in while the door, refine and the broker are killed; then each event is looked for.
 * Nothing in the services knows of it: an agent stops a process at a named place from outside.
 */
@NullMarked
package dev.aisle.local.chaos;

import org.jspecify.annotations.NullMarked;
