/**
 * Pseudonyms and consent decisions as pure rules. Whatever is unknown or unreadable here ends in a refusal, never in a pass.
 */
@NullMarked
package dev.aisle.algorithms.privacy;

import org.jspecify.annotations.NullMarked;
