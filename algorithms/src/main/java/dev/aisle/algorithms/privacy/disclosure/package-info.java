/**
 * When a count of people may be told: above a threshold, and not when it and answers given before tell of a few together. Every service
 * that counts people asks here.
 */
@NullMarked
package dev.aisle.algorithms.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
