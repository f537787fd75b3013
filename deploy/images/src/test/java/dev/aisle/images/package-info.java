@NullMarked
package dev.aisle.images;

import org.jspecify.annotations.NullMarked;
