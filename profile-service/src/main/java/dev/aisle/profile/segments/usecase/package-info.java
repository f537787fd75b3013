/** Who enters and leaves segments. */
@NullMarked
package dev.aisle.profile.segments.usecase;

import org.jspecify.annotations.NullMarked;
