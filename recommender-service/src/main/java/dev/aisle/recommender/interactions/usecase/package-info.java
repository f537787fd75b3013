/**
 * Writes interactions and exposures once, and erases a person. Consent is looked at again before anything is written.
 */
@NullMarked
package dev.aisle.recommender.interactions.usecase;

import org.jspecify.annotations.NullMarked;
