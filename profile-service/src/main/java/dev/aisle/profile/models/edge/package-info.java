/** Jobs and models for operators and analysts, and the clock that starts jobs. */
@NullMarked
package dev.aisle.profile.models.edge;

import org.jspecify.annotations.NullMarked;
