/** How many a rule would have, by a sample of people, before a segment is made of it. */
@NullMarked
package dev.aisle.profile.segments.preview;

import org.jspecify.annotations.NullMarked;
