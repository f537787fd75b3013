@NullMarked
package dev.aisle.recommender.assistance.learning;

import org.jspecify.annotations.NullMarked;
