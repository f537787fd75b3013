/** What puts a person into a segment. Plain Java. */
@NullMarked
package dev.aisle.profile.segments.domain;

import org.jspecify.annotations.NullMarked;
