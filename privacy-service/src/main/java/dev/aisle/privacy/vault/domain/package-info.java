/**
 * Which fields the vault keeps, what they may hold, and by which channel a purpose reaches somebody. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.vault.domain;

import org.jspecify.annotations.NullMarked;
