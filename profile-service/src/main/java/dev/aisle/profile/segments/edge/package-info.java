/** Segments over HTTP, and the consents on which they rest. */
@NullMarked
package dev.aisle.profile.segments.edge;

import org.jspecify.annotations.NullMarked;
