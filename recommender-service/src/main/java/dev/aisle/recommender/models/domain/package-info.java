/**
 * What a training makes and how it lies in a file. A model knows products, never people.
 */
@NullMarked
package dev.aisle.recommender.models.domain;

import org.jspecify.annotations.NullMarked;
