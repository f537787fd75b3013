/**
 * The proof of erasure: a person goes through every intake, is erased, and the raw bytes of every place are searched for what told of the
 * person. Somebody who stays is found by the same search in the same places, so that the search is known to work. It runs a stack of its own.
 */
@NullMarked
package dev.aisle.local.proof;

import org.jspecify.annotations.NullMarked;
