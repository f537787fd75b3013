/**
 * A person's rows move to another pseudonym when the key is changed. The move and what arrives late for the old pseudonym exclude each other.
 */
@NullMarked
package dev.aisle.platform.identity;

import org.jspecify.annotations.NullMarked;
