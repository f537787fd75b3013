/**
 * Trained models in files: one immutable file a model, which says what it is and where it is from, is written as a whole or not at all, and
 * is refused with the reason when it is cut, foreign, corrupted or newer than this version. The one package here that touches files.
 */
@NullMarked
package dev.aisle.algorithms.artefact;

import org.jspecify.annotations.NullMarked;
