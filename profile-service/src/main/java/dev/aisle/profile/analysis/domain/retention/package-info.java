/** How many of those who began together come back, and when. */
@NullMarked
package dev.aisle.profile.analysis.domain.retention;

import org.jspecify.annotations.NullMarked;
