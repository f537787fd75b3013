/** What reviews say of a product, aspect by aspect. */
@NullMarked
package dev.aisle.assistant.reviews;

import org.jspecify.annotations.NullMarked;
