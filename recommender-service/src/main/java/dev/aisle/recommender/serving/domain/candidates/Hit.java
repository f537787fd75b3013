package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;

/**
 * A product that a source found.
 *
 * @param product as of a moment ago
 * @param item its number in the model; negative when the model doesn't know it
 */
record Hit(CatalogueItem product, int item) {}
