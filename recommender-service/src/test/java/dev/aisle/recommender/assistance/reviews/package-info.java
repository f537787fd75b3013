@NullMarked
package dev.aisle.recommender.assistance.reviews;

import org.jspecify.annotations.NullMarked;
