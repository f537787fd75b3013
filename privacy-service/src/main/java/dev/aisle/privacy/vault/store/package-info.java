/**
 * The wrapped keys, the sealed traits and the rotations. Nothing here can be read without a master key.
 */
@NullMarked
package dev.aisle.privacy.vault.store;

import org.jspecify.annotations.NullMarked;
