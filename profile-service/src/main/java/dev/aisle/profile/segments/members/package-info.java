/** Who is in which segment: kept when people, models, consents or time change, read with why. */
@NullMarked
package dev.aisle.profile.segments.members;

import org.jspecify.annotations.NullMarked;
