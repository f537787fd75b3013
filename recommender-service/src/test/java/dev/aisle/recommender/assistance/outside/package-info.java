@NullMarked
package dev.aisle.recommender.assistance.outside;

import org.jspecify.annotations.NullMarked;
