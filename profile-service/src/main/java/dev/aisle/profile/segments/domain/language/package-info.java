/** The two forms of a rule, JSON and text, and what is checked before one is used. */
@NullMarked
package dev.aisle.profile.segments.domain.language;

import org.jspecify.annotations.NullMarked;
