@NullMarked
package dev.aisle.recommender.assistance.element;

import org.jspecify.annotations.NullMarked;
