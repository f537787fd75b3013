/** How each model is fitted: a tally over all people that can stop and go on, and what has to be there for a fit. */
@NullMarked
package dev.aisle.profile.models.fitting;

import org.jspecify.annotations.NullMarked;
