/** The master keys that wrap the subjects' keys, and their rotation. */
@NullMarked
package dev.aisle.privacy.vault.masterkeys;

import org.jspecify.annotations.NullMarked;
