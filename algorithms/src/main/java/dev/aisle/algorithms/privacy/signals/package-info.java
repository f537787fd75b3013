/**
 * Reads what a browser or a consent platform sends along: TCF strings, GPP strings, Global Privacy Control. Whatever isn't well-formed is
 * unusable with a reason and never an exception, so that the caller can only deny.
 */
@NullMarked
package dev.aisle.algorithms.privacy.signals;

import org.jspecify.annotations.NullMarked;
