/**
 * Judges candidates and places them without anybody doing something. An erasure that waits too long outranks the gate.
 */
@NullMarked
package dev.aisle.recommender.models.gate.usecase;

import org.jspecify.annotations.NullMarked;
