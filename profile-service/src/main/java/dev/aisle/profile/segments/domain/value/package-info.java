/** The values of a profile, as rules see them. */
@NullMarked
package dev.aisle.profile.segments.domain.value;

import org.jspecify.annotations.NullMarked;
