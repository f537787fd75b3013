/**
 * When points are computed, and how far that has come.
 */
@NullMarked
package dev.aisle.recommender.content.edge;

import org.jspecify.annotations.NullMarked;
