/**
 * The vault's routes, and the clock of its rotations. Paths take pseudonyms only; an address leaves here for a granted purpose.
 */
@NullMarked
package dev.aisle.privacy.vault.edge;

import org.jspecify.annotations.NullMarked;
