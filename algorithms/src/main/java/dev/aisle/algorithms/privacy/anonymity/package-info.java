/**
 * k-anonymity and l-diversity by generalisation: every combination of levels that is worth trying is tried, and the one that loses least
 * is taken. Measures of how easily somebody is found in a table.
 */
@NullMarked
package dev.aisle.algorithms.privacy.anonymity;

import org.jspecify.annotations.NullMarked;
