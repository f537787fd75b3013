/**
 * The models that read texts, and the points of products in PostgreSQL. Points are computed once for each text and model.
 */
@NullMarked
package dev.aisle.recommender.content.store;

import org.jspecify.annotations.NullMarked;
