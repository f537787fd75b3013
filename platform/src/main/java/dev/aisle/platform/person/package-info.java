/**
 * The life of a person's rows in one service. Everything that removes a person runs through {@code PersonRows}, so that no side effect can be
 * left out: the erasure, its repetition after a restore, the end of a withdrawal's term, and what is left behind by a new pseudonym.
 */
@NullMarked
package dev.aisle.platform.person;

import org.jspecify.annotations.NullMarked;
