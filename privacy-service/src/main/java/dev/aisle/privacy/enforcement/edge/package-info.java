/**
 * The address at which a withdrawal tells whether it is in force, and the clock of the job that looks after those nobody asks for. No decisions.
 */
@NullMarked
package dev.aisle.privacy.enforcement.edge;

import org.jspecify.annotations.NullMarked;
