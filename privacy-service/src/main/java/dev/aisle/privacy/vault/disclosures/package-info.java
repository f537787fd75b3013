/** Hashed identifiers for advertising networks, and the ledger of whose were given to whom. */
@NullMarked
package dev.aisle.privacy.vault.disclosures;

import org.jspecify.annotations.NullMarked;
