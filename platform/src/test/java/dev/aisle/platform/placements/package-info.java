@NullMarked
package dev.aisle.platform.placements;

import org.jspecify.annotations.NullMarked;
