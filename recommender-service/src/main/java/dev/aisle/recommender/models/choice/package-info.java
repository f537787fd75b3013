/**
 * Which mix of sources serves at which kind of placement. Candidates are compared on what people did later; chance never changes anything, see docs/decisions/0032.
 */
@NullMarked
package dev.aisle.recommender.models.choice;

import org.jspecify.annotations.NullMarked;
