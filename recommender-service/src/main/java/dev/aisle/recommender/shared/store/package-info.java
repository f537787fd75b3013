/**
 * Access to the service's database in plain SQL. Statements stand beside what they are for; here is only their running.
 */
@NullMarked
package dev.aisle.recommender.shared.store;

import org.jspecify.annotations.NullMarked;
