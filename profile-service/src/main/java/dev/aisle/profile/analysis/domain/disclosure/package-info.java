/** Numbers of people, amounts and quantiles with the guard's noise, and why one isn't told. */
@NullMarked
package dev.aisle.profile.analysis.domain.disclosure;

import org.jspecify.annotations.NullMarked;
