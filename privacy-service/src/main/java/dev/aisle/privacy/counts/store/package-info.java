/**
 * Groups of people without a person in them, what was told before, and what is left of a budget. Tables only.
 */
@NullMarked
package dev.aisle.privacy.counts.store;

import org.jspecify.annotations.NullMarked;
