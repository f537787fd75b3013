/** Erases a person here, asks the others to and forgets the pseudonym when all have answered. */
@NullMarked
package dev.aisle.privacy.rights.erasure;

import org.jspecify.annotations.NullMarked;
