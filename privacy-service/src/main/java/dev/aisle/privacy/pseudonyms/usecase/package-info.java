/**
 * Moves a person from the pseudonym of an older key to the active key's: consent, vault and answers in one transaction, which tells the other services. Retires a key when nobody stands under it.
 */
@NullMarked
package dev.aisle.privacy.pseudonyms.usecase;

import org.jspecify.annotations.NullMarked;
