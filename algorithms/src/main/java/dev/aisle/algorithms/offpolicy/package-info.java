/**
 * What a policy would have earned, from what another one logged.
 */
@NullMarked
package dev.aisle.algorithms.offpolicy;

import org.jspecify.annotations.NullMarked;
