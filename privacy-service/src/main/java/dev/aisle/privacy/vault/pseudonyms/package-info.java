/** Changes the key of pseudonyms, person by person, and retires a key when nobody stands under it. Claims come from the door. */
@NullMarked
package dev.aisle.privacy.vault.pseudonyms;

import org.jspecify.annotations.NullMarked;
