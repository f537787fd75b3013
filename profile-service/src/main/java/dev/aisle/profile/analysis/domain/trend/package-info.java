/** What happens with each category from day to day, what is usual, what is not and what comes next. */
@NullMarked
package dev.aisle.profile.analysis.domain.trend;

import org.jspecify.annotations.NullMarked;
