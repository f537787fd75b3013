/** A rule of a segment as a tree. What it says is a pure function of a person's events, values and the moment. */
@NullMarked
package dev.aisle.profile.segments.domain.rule;

import org.jspecify.annotations.NullMarked;
