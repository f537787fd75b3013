/**
 * Waits until a withdrawal is in force, and tells who is missing. Nothing waits in a transaction.
 */
@NullMarked
package dev.aisle.privacy.enforcement.usecase;

import org.jspecify.annotations.NullMarked;
