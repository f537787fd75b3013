/**
 * Takes what the shop says about its products. Newer descriptions win, whatever order they come in.
 */
@NullMarked
package dev.aisle.recommender.catalog.usecase;

import org.jspecify.annotations.NullMarked;
