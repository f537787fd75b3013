@NullMarked
package dev.aisle.recommender.assistance.knowledge;

import org.jspecify.annotations.NullMarked;
