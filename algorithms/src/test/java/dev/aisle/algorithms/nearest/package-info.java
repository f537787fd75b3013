@NullMarked
package dev.aisle.algorithms.nearest;

import org.jspecify.annotations.NullMarked;
