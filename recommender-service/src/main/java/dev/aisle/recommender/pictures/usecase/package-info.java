/**
 * Keeps the points of products' pictures current, takes and judges encoders, finds what looks like a picture.
 */
@NullMarked
package dev.aisle.recommender.pictures.usecase;

import org.jspecify.annotations.NullMarked;
