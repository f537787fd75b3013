/** Analyses, through whose table the instances share what was asked and answered. No person is in it. */
@NullMarked
package dev.aisle.profile.analysis.store;

import org.jspecify.annotations.NullMarked;
