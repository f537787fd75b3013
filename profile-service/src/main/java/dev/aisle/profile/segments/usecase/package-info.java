/** Segments are saved, tried out, kept up with people and with time, and read. */
@NullMarked
package dev.aisle.profile.segments.usecase;

import org.jspecify.annotations.NullMarked;
