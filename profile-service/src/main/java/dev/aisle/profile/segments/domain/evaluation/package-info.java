/** Whether a rule holds of a person at a moment, and when that could change next without any event. */
@NullMarked
package dev.aisle.profile.segments.domain.evaluation;

import org.jspecify.annotations.NullMarked;
