/** The tables of segments. */
@NullMarked
package dev.aisle.profile.segments.store;

import org.jspecify.annotations.NullMarked;
