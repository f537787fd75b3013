/** What of a count of people, an amount or a quantile may be told: nothing of fewer than k, and nothing by subtraction. */
@NullMarked
package dev.aisle.profile.analysis.domain.disclosure;

import org.jspecify.annotations.NullMarked;
