/**
 * What people did with products. An interaction knows what it may be used for.
 */
@NullMarked
package dev.aisle.recommender.interactions.domain;

import org.jspecify.annotations.NullMarked;
