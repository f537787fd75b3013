/**
 * What pictures of products are to serving: points of which the nearest look alike. Plain Java.
 */
@NullMarked
package dev.aisle.recommender.pictures.domain;

import org.jspecify.annotations.NullMarked;
