/**
 * Pictures of products: a file of a stranger becomes a few pixels, bounded in time and memory, and pixels become a point that like pictures lie near. The encoder is
 * trained elsewhere; here is its forward pass in plain Java.
 */
@NullMarked
package dev.aisle.algorithms.pictures;

import org.jspecify.annotations.NullMarked;
