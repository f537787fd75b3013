/** Lists as they were answered, and what is said about them later. */
@NullMarked
package dev.aisle.recommender.served.domain;

import org.jspecify.annotations.NullMarked;
