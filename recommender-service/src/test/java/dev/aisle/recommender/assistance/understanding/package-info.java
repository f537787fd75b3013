@NullMarked
package dev.aisle.recommender.assistance.understanding;

import org.jspecify.annotations.NullMarked;
