/** Rules of segments: their two forms, and that membership is what the rule says at every moment. */
@NullMarked
package dev.aisle.profile.segments.domain;

import org.jspecify.annotations.NullMarked;
