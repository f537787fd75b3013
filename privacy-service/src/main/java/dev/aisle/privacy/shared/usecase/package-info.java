/**
 * Finds a subject's pseudonym and remembers the answers of repeated calls. Both within the caller's transaction.
 */
@NullMarked
package dev.aisle.privacy.shared.usecase;

import org.jspecify.annotations.NullMarked;
