/** How many people, or sessions, get from step to step, and how long it takes them. */
@NullMarked
package dev.aisle.profile.analysis.domain.funnel;

import org.jspecify.annotations.NullMarked;
