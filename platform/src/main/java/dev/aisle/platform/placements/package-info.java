/** Placements: the places of the shop at which lists, offers and ads are shown. What isn't declared is refused, so that a misspelt name is seen at once. */
@NullMarked
package dev.aisle.platform.placements;

import org.jspecify.annotations.NullMarked;
