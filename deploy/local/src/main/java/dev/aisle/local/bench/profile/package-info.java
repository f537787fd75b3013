/** {@code ./aisle bench profile}: how fast profile-service folds and reads, and how much room people take. */
@NullMarked
package dev.aisle.local.bench.profile;

import org.jspecify.annotations.NullMarked;
