/** What people do after an event, or before one. */
@NullMarked
package dev.aisle.profile.analysis.domain.path;

import org.jspecify.annotations.NullMarked;
