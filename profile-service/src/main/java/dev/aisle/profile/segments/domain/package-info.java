/** What a segment is, who may be told how many are in it. */
@NullMarked
package dev.aisle.profile.segments.domain;

import org.jspecify.annotations.NullMarked;
