@NullMarked
package dev.aisle.recommender.assistance.tools;

import org.jspecify.annotations.NullMarked;
